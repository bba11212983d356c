/** Other ways to write the same record: empty fields as null or "", and fixed words in capitals. */
import { Actor, Claim, CsvRow, Document, NativeLine, Quotation, Statement } from '../../contract/native.ts';
import type { Section } from '../../store/records.ts';
import { withoutInvisible } from '../records/visible-text.ts';

type Members = Readonly<Record<string, unknown>>;
interface Shape {
  readonly shape: Readonly<Record<string, { readonly def: { readonly type: string } }>>;
}

/** Fields that hold one of a few fixed words, in every format. */
const WORD_FIELDS: ReadonlySet<string> = new Set(['stance', 'modality', 'kind', 'actor_kind', 'record']);

function optionalFields({ shape }: Shape): ReadonlySet<string> {
  return new Set(Object.keys(shape).filter((field) => shape[field]?.def.type === 'optional'));
}

const OPTIONAL: Readonly<Record<Section, ReadonlySet<string>>> = {
  actors: optionalFields(Actor),
  claims: optionalFields(Claim),
  documents: optionalFields(Document),
  statements: optionalFields(Statement),
};
const OPTIONAL_OF_QUOTATION = optionalFields(Quotation);
const OPTIONAL_OF_FILE_LINE = optionalFields(NativeLine.def.options[0]);
const OPTIONAL_OF_ROW = optionalFields(CsvRow);

/** Whether a value of an optional field stands for its absence. */
export function isNothing(value: unknown): boolean {
  return value === null || value === '';
}

/** A record without optional fields that are null or empty, and with its fixed words in lower case. Anything else is given back as it is. */
export function plainRecord(section: Section, value: unknown): unknown {
  if (!isMembers(value)) return value;
  const quotation = section === 'statements' ? value['quotation'] : undefined;
  if (!isMembers(quotation)) return plain(value, OPTIONAL[section]);
  const isEmpty = Object.values(quotation).every(isNothing);
  const words = isEmpty ? null : plain(quotation, OPTIONAL_OF_QUOTATION);
  return plain(words === quotation ? value : { ...value, quotation: words }, OPTIONAL.statements);
}

/** The `file` line of JSONL in the same way. */
export function plainFileLine(value: unknown): unknown {
  return isMembers(value) ? plain(value, OPTIONAL_OF_FILE_LINE) : value;
}

/** A row of CSV with its fixed words in lower case. Empty cells are absent already. */
export function plainRow(row: Readonly<Record<string, string>>): Members {
  return plain(row, OPTIONAL_OF_ROW);
}

/** The same object if nothing is to be changed: most records are, and there may be millions. */
function plain(value: Members, optional: ReadonlySet<string>): Members {
  let changed: Record<string, unknown> | undefined;
  for (const [field, member] of Object.entries(value)) {
    if (isNothing(member) && optional.has(field)) {
      changed ??= { ...value };
      delete changed[field];
    } else if (typeof member === 'string' && WORD_FIELDS.has(field)) {
      const word = plainWord(member);
      if (word === member) continue;
      changed ??= { ...value };
      changed[field] = word;
    }
  }
  return changed ?? value;
}

/** A word as the file has it in a message is more useful than its plain form, so only short texts are changed. */
function plainWord(text: string): string {
  return text.length > 40 ? text : withoutInvisible(text).trim().toLowerCase();
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
