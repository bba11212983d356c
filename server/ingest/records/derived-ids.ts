/**
 * Ids for entities that a file names without an id. The same name gives the same id in every file.
 *
 * Only the spelling counts. When the database has the name under an id of another origin, the derived id is
 * used nevertheless: only a person can decide whether two entries are the same actor. Ids that an earlier version
 * derived are looked up, because it distinguished more spellings.
 */
import { hash } from 'node:crypto';
import type { StatementRecord } from '../../store/records.ts';
import { foldClaim, foldSpelling, formerFold } from './fold-spelling.ts';

const MAX_SLUG = 60;
const MAX_PLAIN_ID = 100;

/** `north-korea` for a name of ASCII letters, digits and spaces. Other names give a slug followed by a hash. */
export function actorId(name: string): string {
  return actorIdOf(foldSpelling(name));
}

export function claimId(text: string): string {
  return slugWithHash(foldClaim(text), 'claim');
}

export interface DocumentKeys {
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
}

/** Derived from the address if there is one, otherwise from title, publisher's id and date together. */
export function documentId(document: DocumentKeys): string {
  return documentIdOf(document, foldSpelling(document.title ?? ''));
}

/**
 * The ids under which a database may have the actor, the most probable first: the one that an earlier version derived
 * from this spelling, the one of this version, and those that an earlier version derived from other usual spellings.
 * One id if all are equal.
 */
export function possibleActorIds(name: string): readonly string[] {
  const folded = foldSpelling(name);
  return idsOf([formerFold(name), folded, ...formerSpellings(folded)], actorIdOf);
}

/** As {@link possibleActorIds}, for a claim. */
export function possibleClaimIds(text: string): readonly string[] {
  const folded = foldClaim(text);
  const spellings = formerSpellings(folded);
  return idsOf([formerFold(text), folded, ...spellings, ...spellings.map((one) => `${one}.`)], (spelling) =>
    slugWithHash(spelling, 'claim'),
  );
}

/** As {@link possibleActorIds}, for a document. The address of a document is not folded. */
export function possibleDocumentIds(document: DocumentKeys): readonly string[] {
  const { title = '', url } = document;
  if (url !== undefined) return [documentId(document)];
  const folded = foldSpelling(title);
  return idsOf([formerFold(title), folded, ...formerSpellings(folded)], (spelling) => documentIdOf(document, spelling));
}

/** Spellings that programs usually write and that {@link foldSpelling} makes one. The first is the folded one. */
function formerSpellings(folded: string): readonly string[] {
  const quoted = folded.includes("'") ? [folded, folded.replaceAll("'", '\u2019')] : [folded];
  if (!folded.includes('-')) return quoted;
  return ['-', '\u2013', '\u2014', ' - ', ' \u2013 ', ' \u2014 '].flatMap((dash) =>
    quoted.map((one) => one.replaceAll('-', dash)),
  );
}

function idsOf(spellings: readonly string[], idOf: (spelling: string) => string): readonly string[] {
  return [...new Set(new Set(spellings).size === 1 ? [idOf(spellings[0] ?? '')] : spellings.map(idOf))];
}

function actorIdOf(folded: string): string {
  const isPlain = /^[a-z0-9]+(?: [a-z0-9]+)*$/.test(folded) && folded.length <= MAX_PLAIN_ID;
  return isPlain ? folded.replaceAll(' ', '-') : slugWithHash(folded, 'actor');
}

function documentIdOf({ url, publisher = '', publishedAt = '' }: DocumentKeys, folded: string): string {
  if (url !== undefined) {
    const address = url.replace(/^https?:\/\/(?:www\.)?/i, '');
    return `${slug(address) || 'document'}-${shortHash(url, 16)}`;
  }
  return `${slug(folded) || 'document'}-${shortHash(JSON.stringify([folded, publisher, publishedAt]), 16)}`;
}

/** Gives the id of what a row names. */
export interface NamedIds {
  actor(name: string): string;
  claim(text: string): string;
  document(document: DocumentKeys): string;
}

/** By the spelling alone. */
export const DERIVED_IDS: NamedIds = { actor: actorId, claim: claimId, document: documentId };

/** The content of a statement: everything except its id and the position of its quotation. */
export interface StatementContent extends Omit<StatementRecord, 'id' | 'positionId' | 'datePrecision' | 'quotation'> {
  readonly quotation?: {
    readonly exact: string;
    readonly prefix?: string | undefined;
    readonly suffix?: string | undefined;
  };
}

/** Canonical JSON of a statement's content: equal texts are equal statements. */
export function statementContent(statement: StatementContent): string {
  const { actor, claim, stance, date, modality, document, quotation, reportedBy, note } = statement;
  const words = quotation && [quotation.exact, quotation.prefix, quotation.suffix];
  return JSON.stringify([actor, claim, stance, date, modality, document, words, reportedBy, note]);
}

/** `s-` and 96 bits of the content's hash. */
export function statementId(statement: StatementContent): string {
  return `s-${shortHash(statementContent(statement), 24)}`;
}

/** A short slug (empty in most scripts) gets a longer hash, because 32 bits alone would collide soon. */
function slugWithHash(folded: string, otherwise: string): string {
  const words = slug(folded);
  return `${words || otherwise}-${shortHash(folded, words.length < 16 ? 16 : 8)}`;
}

function slug(text: string): string {
  const ascii = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return ascii
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_SLUG)
    .replace(/-$/, '');
}

function shortHash(text: string, digits: number): string {
  return hash('sha256', text, 'hex').slice(0, digits);
}
