/** What JSON Schemas and OpenAPI say of schemas with refinements. */
import { PartialDate, WebUrl } from './vocabulary.ts';

interface Made {
  readonly zodSchema: unknown;
  readonly jsonSchema: { pattern?: string; format?: string; description?: string };
}

/** The `override` of z.toJSONSchema. Refinements are functions, which a schema cannot contain; for these two there is a similar pattern. */
export function describeRefined({ zodSchema, jsonSchema }: Made): void {
  if (zodSchema === PartialDate) {
    jsonSchema.pattern = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$';
    jsonSchema.description = 'A year, a month or a day: 2022, 2022-09 or 2022-09-22.';
  }
  if (zodSchema === WebUrl) {
    jsonSchema.format = 'uri';
    jsonSchema.pattern = '^[Hh][Tt][Tt][Pp][Ss]?://';
  }
}
