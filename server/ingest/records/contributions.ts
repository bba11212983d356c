/**
 * What several imports say about one actor, claim or document: uniting it, finding contradictions,
 * and what remains when one of them is undone. Pure.
 *
 * Uniting is commutative, associative and idempotent, so the order of imports does not matter, and
 * an undo leaves exactly what the remaining imports alone would have produced.
 */
import type {
  ActorRecord,
  ClaimRecord,
  DocumentRecord,
  RecordOf,
  Section,
  StatementRecord,
} from '../../store/records.ts';
import { statementContent } from './derived-ids.ts';
import { foldClaim, foldSpelling, preferredSpelling } from './fold-spelling.ts';
import { withinLimits } from './union-limits.ts';
import { uniteAttributes } from './unite-attributes.ts';
import { uniteTopics } from './unite-topics.ts';

export type EntitySection = Exclude<Section, 'statements'>;

/** A field whose two values contradict each other. The reason shows both. */
export interface Conflict {
  readonly field: string;
  readonly reason: string;
}

/**
 * Why `incoming` cannot be united with the record that is known under the same id.
 *
 * @returns undefined when they agree: every field is equal, absent on one side, or a set; names,
 *   texts of claims and titles may differ in spelling (see {@link foldSpelling}).
 */
export function conflict<S extends Section>(
  section: S,
  known: RecordOf[S],
  incoming: RecordOf[S],
): Conflict | undefined;
export function conflict(
  section: Section,
  known: RecordOf[Section],
  incoming: RecordOf[Section],
): Conflict | undefined {
  if (section === 'statements') return statementConflict(known as StatementRecord, incoming as StatementRecord);
  for (const [field, rule] of Object.entries(FIELDS[section])) {
    const [before, now] = [textOf(known, field), textOf(incoming, field)];
    if (before === undefined || now === undefined || before === now) continue;
    if (rule === 'spelling' && isSameSpelling(field, before, now)) continue;
    const shown = rule === 'text' ? 'text' : field;
    return { field: shown, reason: differs(shown, rule === 'text' ? [undefined, undefined] : [before, now]) };
  }
  return undefined;
}

/** How the plain fields of each section are compared: exactly, by spelling (see `foldSpelling`), or a document's text by its hash. */
const FIELDS: Readonly<Record<EntitySection, Readonly<Record<string, 'equal' | 'spelling' | 'text'>>>> = {
  actors: { name: 'spelling', kind: 'equal', description: 'equal' },
  claims: { text: 'spelling', scope: 'equal' },
  documents: {
    title: 'spelling',
    url: 'equal',
    publisher: 'equal',
    publishedAt: 'equal',
    language: 'equal',
    sha256: 'text',
  },
};

/** Whether two values of a name, a title or the text of a claim are spellings of one. */
export function isSameSpelling(field: string, a: string, b: string): boolean {
  const fold = field === 'text' ? foldClaim : foldSpelling;
  return fold(a) === fold(b);
}

function textOf(record: object, field: string): string | undefined {
  const value: unknown = Reflect.get(record, field);
  return typeof value === 'string' ? value : undefined;
}

function differs(field: string, [known, incoming]: readonly [string | undefined, string | undefined]): string {
  const values =
    known === undefined || incoming === undefined
      ? ''
      : `: “${shortened(known)}” in the database, “${shortened(incoming)}” here`;
  return `The ${field} differs from the one that the database has for this id${values}. Correct it, leave the field out, or use another id.`;
}

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}…`;
}

function statementConflict(known: StatementRecord, incoming: StatementRecord): Conflict | undefined {
  if (statementContent(known) === statementContent(incoming)) return undefined;
  return {
    field: 'id',
    reason:
      'The database has a different statement with this id. Statements cannot be changed: use another id, or leave the id out.',
  };
}

/** Whether the file adds nothing: uniting the two records gives the known one. */
export function contains<S extends EntitySection>(section: S, known: RecordOf[S], incoming: RecordOf[S]): boolean {
  return canonical(unite(section, [known, incoming])) === canonical(known);
}

/**
 * Unites records of one id that do not contradict each other (see {@link conflict}).
 *
 * @param records At least one. Of several spellings, the preferred one is the name (see {@link preferredSpelling}); the others are aliases.
 */
export function unite<S extends EntitySection>(section: S, records: readonly RecordOf[S][]): RecordOf[S] {
  const united = records.reduce((left, right) => UNITE[section](left, right) as RecordOf[S]);
  return united;
}

const UNITE: { readonly [S in EntitySection]: (a: RecordOf[S], b: RecordOf[S]) => RecordOf[S] } = {
  actors: uniteActors,
  claims: uniteClaims,
  documents: uniteDocuments,
};

function uniteActors(a: ActorRecord, b: ActorRecord): ActorRecord {
  const name = preferredSpelling(a.name, b.name);
  return withoutAbsent({
    id: a.id,
    name,
    kind: a.kind ?? b.kind,
    aliases: sortedSet([...a.aliases, ...b.aliases, a.name, b.name]).filter((alias) => alias !== name),
    description: a.description ?? b.description,
    speaksFor: sortedSet([...a.speaksFor, ...b.speaksFor]),
    attributes: uniteAttributes(a.attributes, b.attributes),
  });
}

function uniteClaims(a: ClaimRecord, b: ClaimRecord): ClaimRecord {
  return withoutAbsent({
    id: a.id,
    text: preferredSpelling(a.text, b.text),
    topics: uniteTopics(a.topics, b.topics),
    scope: a.scope ?? b.scope,
    attributes: uniteAttributes(a.attributes, b.attributes),
  });
}

function uniteDocuments(a: DocumentRecord, b: DocumentRecord): DocumentRecord {
  return withoutAbsent({
    id: a.id,
    title: preferredSpelling(a.title, b.title),
    url: a.url ?? b.url,
    publisher: a.publisher ?? b.publisher,
    publishedAt: a.publishedAt ?? b.publishedAt,
    language: a.language ?? b.language,
    attributes: uniteAttributes(a.attributes, b.attributes),
    text: a.text ?? b.text,
    sha256: a.sha256 ?? b.sha256,
  });
}

function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The same object without its undefined properties. */
function withoutAbsent<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/**
 * Canonical JSON of an entity: keys in the order of their names, lists sorted already, a document's
 * text only by its hash. Equal JSON means equal content.
 */
export function canonical(record: RecordOf[EntitySection]): string {
  const hasHashedText = 'title' in record;
  const entries = Object.entries(record).filter(
    ([key, value]) => value !== undefined && !(hasHashedText && key === 'text'),
  );
  return JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * The record of a canonical JSON. Schema version 1 wrote the one topic of a claim as `topic`.
 *
 * @throws SyntaxError when it is not JSON, which happens only in a damaged database.
 */
export function recordOfCanonical<S extends EntitySection>(section: S, json: string): RecordOf[S] {
  const record = JSON.parse(json) as RecordOf[S] & { readonly topic?: string };
  if (section !== 'claims' || record.topic === undefined) return record;
  const { topic, ...rest } = record;
  return { ...rest, topics: [topic] } as unknown as RecordOf[S];
}

/** What a reference to an entity keeps alive: the entity's content without its own references. */
export function referenced<S extends EntitySection>(section: S, record: RecordOf[S]): RecordOf[S] {
  if (section === 'actors') return { ...record, speaksFor: [] };
  if (section !== 'documents') return record;
  const { publisher: _, ...rest } = record as DocumentRecord;
  return rest as RecordOf[S];
}

/** One import's part in an entity. A `reference` counts only when no import still gives the entity. */
export interface Share<S extends EntitySection = EntitySection> {
  readonly importId: string;
  readonly role: 'given' | 'reference';
  readonly record: RecordOf[S];
}

/** Content and owner after uniting the shares. The owner is the import with the lowest id that gives the entity, or that refers to it if none gives it. */
export function uniteShares<S extends EntitySection>(
  section: S,
  shares: readonly Share<S>[],
): { readonly owner: string; readonly record: RecordOf[S] } | undefined {
  const given = shares.filter((share) => share.role === 'given');
  const counted = given.length > 0 ? given : shares;
  const owner = counted
    .map((share) => share.importId)
    .reduce<string | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
  if (owner === undefined) return undefined;
  const record = unite(
    section,
    counted.map((share) => share.record),
  );
  return { owner, record: given.length > 0 ? record : withinLimits(record) };
}
