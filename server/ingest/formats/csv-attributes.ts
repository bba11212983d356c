/**
 * Attributes in the flat CSV: a column `actor.<key>`, `claim.<key>` or `document.<key>`, with `:text`, `:number` or
 * `:date` after the key if the type of its values is not to be recognised from their form.
 */
import {
  type AttributeType,
  type AttributeValue,
  ATTRIBUTE_TYPES,
  type FileAttributes,
  isAttributeKey,
  KEY_RULE,
  normalAttributeKey,
  valueOfCell,
} from '../../contract/attributes.ts';
import { entriesOf, isMissingMark, unguarded } from '../../contract/csv-cells.ts';
import type { CsvRow } from '../../contract/native.ts';
import { isPartialDate } from '../../contract/vocabulary.ts';
import type { Section } from '../../store/records.ts';
import { shown } from '../records/faults.ts';

export type AttributeSection = Exclude<Section, 'statements'>;

/** What the cells of one row say about its actor, claim and document. */
export type RowAttributes = Readonly<Partial<Record<AttributeSection, FileAttributes>>>;

const OWNERS = { actor: 'actors', claim: 'claims', document: 'documents' } as const satisfies Record<
  string,
  AttributeSection
>;
const OWNER_OF = { actors: 'actor', claims: 'claim', documents: 'document' } as const satisfies Record<
  AttributeSection,
  keyof typeof OWNERS
>;
const COLUMN = /^(actor|claim|document)\.(.*?)(?::([^:]*))?$/iu;

export interface AttributeColumn {
  readonly section: AttributeSection;
  readonly key: string;
  /** Absent: a cell that is written as a number is a number, any other is a text. */
  readonly type?: AttributeType;
}

/** The name of a column in one form. The key of an attribute keeps its capitals. */
export function normalColumnName(name: string): string {
  const match = COLUMN.exec(name.trim());
  if (match === null) return name.trim().toLowerCase();
  const [, owner = '', key = '', type] = match;
  const suffix = type === undefined ? '' : `:${type.trim().toLowerCase()}`;
  return `${owner.toLowerCase()}.${normalAttributeKey(key)}${suffix}`;
}

/** What a column holds. The name is in the form of {@link normalColumnName}. Undefined if it is no column of attributes, or a wrong one. */
export function attributeColumn(name: string): AttributeColumn | undefined {
  const [, owner, key = '', type] = COLUMN.exec(name) ?? [];
  if (owner === undefined || !isAttributeKey(key)) return undefined;
  const section = OWNERS[owner as keyof typeof OWNERS];
  if (type === undefined) return { section, key };
  const known = ATTRIBUTE_TYPES.find((one) => one === type);
  return known && { section, key, type: known };
}

/** Why a name that begins as a column of attributes is none. Undefined if it does not begin so. */
export function attributeColumnProblem(name: string): string | undefined {
  const [, owner, key = '', type] = COLUMN.exec(name) ?? [];
  if (owner === undefined) return undefined;
  if (!isAttributeKey(key)) return `${shown(key)} cannot be the key of an attribute. ${KEY_RULE}`;
  return `The type of the attribute must be one of ${ATTRIBUTE_TYPES.join(', ')}, not ${shown(type)}.`;
}

/** The name of the column of a key without a type, for faults. */
export function attributeColumnName(section: AttributeSection, key: string): string {
  return `${OWNER_OF[section]}.${key}`;
}

interface CellFault {
  readonly field: string;
  readonly code: string;
  readonly reason: string;
}

/** Separates the cells of attributes from the others. `row` holds filled cells by the names of the header. */
export function attributesOfRow(row: Readonly<Record<string, string>>): {
  readonly cells: Readonly<Record<string, string>>;
  readonly attributes: RowAttributes;
  readonly faults: readonly CellFault[];
} {
  const columns = Object.keys(row).filter((name) => name.includes('.'));
  if (columns.length === 0) return { cells: row, attributes: {}, faults: [] };
  const cells = { ...row };
  const faults: CellFault[] = [];
  const sets = new Map<AttributeSection, Map<string, AttributeValue[]>>();
  for (const name of columns) {
    const column = attributeColumn(name);
    if (column === undefined) continue;
    delete cells[name];
    const values = valuesOf(row[name] ?? '', column, (fault) => faults.push({ field: name, ...fault }));
    const own = sets.get(column.section) ?? new Map<string, AttributeValue[]>();
    sets.set(column.section, own.set(column.key, [...(own.get(column.key) ?? []), ...values]));
  }
  const attributes = [...sets].map(([section, own]) => [section, Object.fromEntries(own)] as const);
  return { cells, attributes: Object.fromEntries(attributes), faults };
}

/** Faults of attributes in a row that describes one thing of another kind. */
export function misplacedAttributes(record: CsvRow['record'], attributes: RowAttributes): readonly CellFault[] {
  if (record === undefined || record === 'statement') return [];
  return Object.entries(attributes).flatMap(([section, own]) => {
    const owner = OWNER_OF[section as AttributeSection];
    if (owner === record) return [];
    const reason = `A row of record ${record} describes no ${owner}. Clear this cell, or write a row of record ${owner}.`;
    return Object.keys(own).map((key) => ({ field: `${owner}.${key}`, code: 'unknown-field', reason }));
  });
}

function valuesOf(
  cell: string,
  { type }: AttributeColumn,
  onFault: (fault: Omit<CellFault, 'field'>) => void,
): readonly AttributeValue[] {
  return entriesOf(cell)
    .filter((entry) => !isMissingMark(entry))
    .flatMap((entry) => {
      const read = attributeValueOf(unguarded(entry), type);
      if ('value' in read) return [read.value];
      onFault(read);
      return [];
    });
}

/** One entry of a cell. */
function attributeValueOf(
  entry: string,
  type: AttributeType | undefined,
): { readonly value: AttributeValue } | { readonly code: string; readonly reason: string } {
  switch (type) {
    case 'text':
      return { value: entry };
    case 'date':
      return isPartialDate(entry)
        ? { value: entry }
        : { code: 'bad-date', reason: `Not a date: write 2022, 2022-09 or 2022-09-22. It was ${shown(entry)}.` };
    case 'number': {
      const value = NUMBER.test(entry) ? Number(entry) : Number.NaN;
      return Number.isFinite(value)
        ? { value }
        : { code: 'bad-value', reason: `Not a number such as 12 or -0.5. It was ${shown(entry)}.` };
    }
    case undefined:
      return { value: valueOfCell(entry) };
    default:
      return type satisfies never;
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;
