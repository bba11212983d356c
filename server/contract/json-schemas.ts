/** JSON Schemas (draft 2020-12) of the files that can be imported, made from the schemas that validate them. */
import * as z from 'zod/mini';
import { CsvRow, NativeFile, NativeLine } from './native.ts';
import { describeRefined } from './refined-schemas.ts';

export const FILE_SCHEMA_NAMES = ['gainsay-1', 'gainsay-1-line', 'gainsay-csv-row'] as const;
export type FileSchemaName = (typeof FILE_SCHEMA_NAMES)[number];

const TITLES: Readonly<Record<FileSchemaName, string>> = {
  'gainsay-1': 'gainsay/1: a file of actors, claims, documents and statements',
  'gainsay-1-line': 'gainsay/1 by the line: one record',
  'gainsay-csv-row': 'One row of the flat CSV; empty cells are absent',
};

/**
 * The schemas by name: of a native JSON file, of a line of its JSONL form, of a row of the CSV. What
 * a JSON Schema cannot express (days that exist, ids that are defined) is checked when a file is imported.
 */
export function jsonSchemas(): Record<FileSchemaName, object> {
  return {
    'gainsay-1': jsonSchema('gainsay-1', NativeFile),
    'gainsay-1-line': jsonSchema('gainsay-1-line', NativeLine),
    'gainsay-csv-row': jsonSchema('gainsay-csv-row', CsvRow),
  };
}

function jsonSchema(name: FileSchemaName, schema: z.ZodMiniType): object {
  const made = z.toJSONSchema(schema, { override: describeRefined });
  return { ...made, title: TITLES[name] };
}
