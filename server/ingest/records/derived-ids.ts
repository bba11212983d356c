/**
 * Ids for entities that a file names without an id. The same name gives the same id in every file.
 *
 * Only the spelling counts. When the database has the name under another id, the derived id is
 * used nevertheless: only a person can decide whether two entries are the same actor.
 */
import { hash } from 'node:crypto';
import type { StatementRecord } from '../../store/records.ts';

const MAX_SLUG = 60;
const MAX_PLAIN_ID = 100;

/**
 * A spelling without differences of case, width, ligatures and white space. Diacritics and
 * vowel marks are kept: “Müller” is not “Muller”, and in many scripts other marks make other words.
 */
export function foldSpelling(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** `north-korea` for a name of ASCII letters, digits and spaces. Other names give a slug followed by a hash. */
export function actorId(name: string): string {
  const folded = foldSpelling(name);
  const isPlain = /^[a-z0-9]+(?: [a-z0-9]+)*$/.test(folded) && folded.length <= MAX_PLAIN_ID;
  return isPlain ? folded.replaceAll(' ', '-') : slugWithHash(name, 'actor');
}

export function claimId(text: string): string {
  return slugWithHash(text, 'claim');
}

/** Derived from the address if there is one, otherwise from title, publisher's id and date together. */
export function documentId(document: {
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
}): string {
  if (document.url !== undefined) {
    const address = document.url.replace(/^https?:\/\/(?:www\.)?/i, '');
    return `${slug(address) || 'document'}-${shortHash(document.url, 16)}`;
  }
  const { title = '', publisher = '', publishedAt = '' } = document;
  return `${slug(title) || 'document'}-${shortHash(JSON.stringify([foldSpelling(title), publisher, publishedAt]), 16)}`;
}

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
function slugWithHash(text: string, otherwise: string): string {
  const folded = foldSpelling(text);
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
