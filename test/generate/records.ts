/**
 * Disputes at any size. Every record is a function of the seed and its number, so that a million of
 * them take no memory, and a document can quote statements that come after it.
 */
import type { Actor, Claim, Document, Statement } from '../../server/contract/native.ts';
import type { ActorKind, Stance } from '../../server/contract/vocabulary.ts';
import { randomFor, type Random } from './random.ts';
import {
  ACTIONS,
  FILLERS,
  FIRST_NAMES,
  GROUPS,
  LAST_NAMES,
  LEADS,
  MEDIA,
  OBJECTS,
  ORGANISATIONS,
  OTHER_NAMES,
  QUOTES,
  SYLLABLES_1,
  SYLLABLES_2,
  SYLLABLES_3,
} from './words.ts';

export interface GenerateOptions {
  readonly statements: number;
  readonly seed: number;
}

export type GeneratedRecord =
  | { readonly section: 'actors'; readonly record: Actor }
  | { readonly section: 'claims'; readonly record: Claim }
  | { readonly section: 'documents'; readonly record: Document }
  | { readonly section: 'statements'; readonly record: Statement };

const STREAM = { actor: 1, claim: 2, document: 3, statement: 4, side: 5 } as const;
const STATEMENTS_PER_DOCUMENT = 3;
/** Of every 20 claims, 3 are disputed; the busiest ones are among them. */
const [DISPUTED, OF_CLAIMS] = [3, 20];

/** One made-up dispute: actors and claims in Zipf's proportions, a tenth and a quarter of the statements. */
export class Dispute {
  readonly counts: {
    readonly actors: number;
    readonly claims: number;
    readonly documents: number;
    readonly statements: number;
  };
  readonly #seed: number;
  readonly #disputed: number;

  constructor({ statements, seed }: GenerateOptions) {
    const claims = Math.max(1, Math.round(statements / 4));
    this.counts = {
      actors: Math.max(10, Math.round(statements / 10)),
      claims,
      documents: Math.ceil(statements / STATEMENTS_PER_DOCUMENT),
      statements,
    };
    this.#seed = seed;
    this.#disputed = Math.floor(claims / OF_CLAIMS) * DISPUTED + Math.min(DISPUTED, claims % OF_CLAIMS);
  }

  actor(index: number): Actor {
    const random = randomFor(this.#seed, STREAM.actor, index);
    const { name, kind, aliases } = nameOf(index, random);
    const principal = Math.floor(random.below(Math.max(1, index)) / 10) * 10 + 6;
    return {
      id: `actor-${index + 1}`,
      name,
      ...(kind !== undefined && { kind }),
      ...(aliases.length > 0 && { aliases }),
      ...(random.chance(0.1) && { description: `Known from ${placeOf(random.below(400))}.` }),
      ...(kind === 'person' && principal < index && random.chance(0.3) && { speaksFor: [`actor-${principal + 1}`] }),
    };
  }

  claim(index: number): Claim {
    const random = randomFor(this.#seed, STREAM.claim, index);
    const [verb, relation, topic] = random.pick(ACTIONS);
    const subject = placeOf(index);
    const other = placeOf((index * 7 + 1 + random.below(50)) % 8_000);
    const year = 2015 + random.below(10);
    const part = index < 8_000 ? '' : ` for the ${ordinal(Math.floor(index / 8_000) + 1)} time`;
    return {
      id: `claim-${index + 1}`,
      text: `${subject} ${verb} ${random.pick(OBJECTS)} ${relation} ${other} in ${year}${part}`,
      topic,
      ...(random.chance(0.05) && { scope: `Only what happened in ${year}.` }),
    };
  }

  statement(index: number): Statement {
    const random = randomFor(this.#seed, STREAM.statement, index);
    const { actors } = this.counts;
    const actor = index < actors ? index : random.zipf(actors);
    const claim = this.#claimOf(index, random);
    const stance = this.#stanceOf(index, actor, claim, random);
    const date = dateOf(random);
    const document = random.chance(0.95) ? Math.floor(index / STATEMENTS_PER_DOCUMENT) : undefined;
    const modality = random.next();
    const words = wordsOf(stance, this.claim(claim), random);
    return {
      id: `statement-${index + 1}`,
      actor: `actor-${actor + 1}`,
      claim: `claim-${claim + 1}`,
      stance,
      ...(date !== undefined && { date }),
      ...(modality < 0.2 && { modality: modality < 0.12 ? ('hedged' as const) : ('reported' as const) }),
      ...(document !== undefined && { document: `document-${document + 1}` }),
      ...(document !== undefined &&
        random.chance(0.8) && { quotation: { exact: words, prefix: `${LEADS[index % LEADS.length]}: ` } }),
      ...(random.chance(0.3) && { reportedBy: [`actor-${mediaOf(random.below(actors), actors) + 1}`] }),
      ...(random.chance(0.02) && { note: 'Translated.' }),
    };
  }

  /** One in five has its text, with the words of its statements in it. */
  document(index: number): Document {
    const random = randomFor(this.#seed, STREAM.document, index);
    const first = index * STATEMENTS_PER_DOCUMENT;
    const claim = this.claim(this.#claimOf(first, randomFor(this.#seed, STREAM.statement, first)));
    const publishedAt = dateOf(random);
    const publisher = mediaOf(random.below(this.counts.actors), this.counts.actors);
    return {
      id: `document-${index + 1}`,
      title: `${random.pick(['Dispute over', 'Questions about', 'New claims on', 'Row about'])} ${claim.topic ?? 'trade'}: ${claim.text.split(' ')[0] ?? ''}`,
      ...(random.chance(0.8) && { url: `https://news.example/${index % 97}/${index + 1}` }),
      publisher: `actor-${publisher + 1}`,
      ...(publishedAt !== undefined && { publishedAt }),
      language: random.chance(0.9) ? 'en' : 'ko',
      ...(index % 5 === 0 && { text: this.#textOf(first, random) }),
    };
  }

  #textOf(first: number, random: Random): string {
    const sentences: string[] = [];
    const end = Math.min(first + STATEMENTS_PER_DOCUMENT, this.counts.statements);
    for (let index = first; index < end; index += 1) {
      const { actor, quotation } = this.statement(index);
      const { name } = this.actor(Number(actor.slice('actor-'.length)) - 1);
      sentences.push(random.pick(FILLERS));
      if (quotation !== undefined) sentences.push(`${name} ${quotation.prefix ?? ''}${quotation.exact}.`);
    }
    return [...sentences, random.pick(FILLERS)].join(' ');
  }

  /** Each claim once, then each disputed one again, then in Zipf's proportions. */
  #claimOf(index: number, random: Random): number {
    const { claims } = this.counts;
    if (index < claims) return index;
    if (index < claims + this.#disputed) return disputedClaim(index - claims);
    return random.zipf(claims);
  }

  #stanceOf(index: number, actor: number, claim: number, random: Random): Stance {
    const { claims } = this.counts;
    const isDisputed = claim % OF_CLAIMS < DISPUTED;
    if (index < claims) return isDisputed || claim % 10 !== 9 ? 'asserts' : 'denies';
    if (index < claims + this.#disputed) return 'denies';
    if (random.chance(0.08)) return 'neutral';
    if (!isDisputed) return claim % 10 === 9 ? 'denies' : 'asserts';
    const position = randomFor(this.#seed, STREAM.side, actor * 31 + claim);
    const side = position.chance(0.6);
    // Few actors change sides, independent of their number of statements: otherwise every busy actor would be on both sides of every busy claim.
    const wavers = position.chance(0.05);
    return side !== (wavers && random.chance(0.3)) ? 'asserts' : 'denies';
  }
}

/** Actors, claims, documents and statements, in this order: enough for a file, a part of it, or a bench. */
export function* generateRecords(options: GenerateOptions): Generator<GeneratedRecord> {
  const dispute = new Dispute(options);
  const { actors, claims, documents, statements } = dispute.counts;
  for (let index = 0; index < actors; index += 1) yield { section: 'actors', record: dispute.actor(index) };
  for (let index = 0; index < claims; index += 1) yield { section: 'claims', record: dispute.claim(index) };
  for (let index = 0; index < documents; index += 1) yield { section: 'documents', record: dispute.document(index) };
  for (let index = 0; index < statements; index += 1) yield { section: 'statements', record: dispute.statement(index) };
}

function disputedClaim(index: number): number {
  return Math.floor(index / DISPUTED) * OF_CLAIMS + (index % DISPUTED);
}

/** The kinds come in turn: persons 0–3 and 9 (other scripts), organisations 4–5, states 6, media 7, groups 8. */
function nameOf(
  index: number,
  random: Random,
): { readonly name: string; readonly kind?: ActorKind; readonly aliases: string[] } {
  const turn = Math.floor(index / 10);
  const place = placeOf(turn);
  switch (index % 10) {
    case 4:
    case 5: {
      const body = ORGANISATIONS[(index * 3) % ORGANISATIONS.length] ?? '';
      return {
        name: `${place} ${body}`,
        kind: 'organisation',
        aliases: random.chance(0.2) ? [`${body} of ${place}`] : [],
      };
    }
    case 6:
      return {
        name: place,
        kind: 'state',
        aliases: [`Republic of ${place}`, `${place.slice(0, 3).toUpperCase()}R-${turn + 1}`],
      };
    case 7:
      return { name: `${place} ${MEDIA[turn % MEDIA.length] ?? ''}`, kind: 'media', aliases: [] };
    case 8:
      return {
        name: `${place} ${GROUPS[turn % GROUPS.length] ?? ''}`,
        ...(random.chance(0.7) && { kind: 'group' as const }),
        aliases: [],
      };
    case 9:
      return {
        name: otherName(turn),
        kind: 'person',
        aliases: random.chance(0.5) ? [personName(index * 7 + 3, ' ')] : [],
      };
    default:
      return { name: personName(turn * 4 + (index % 10), ' '), kind: 'person', aliases: [] };
  }
}

function personName(index: number, between: string): string {
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const rest = Math.floor(index / FIRST_NAMES.length);
  const last = LAST_NAMES[rest % LAST_NAMES.length] ?? '';
  const round = Math.floor(rest / LAST_NAMES.length);
  return round === 0 ? `${first}${between}${last}` : `${first} ${initials(round)} ${last}`;
}

function otherName(index: number): string {
  const [first, last, between] = OTHER_NAMES[index % OTHER_NAMES.length] ?? OTHER_NAMES[0];
  const rest = Math.floor(index / OTHER_NAMES.length);
  const name = `${first[rest % first.length] ?? ''}${between}${last[Math.floor(rest / first.length) % last.length] ?? ''}`;
  const round = Math.floor(rest / (first.length * last.length));
  return round === 0 ? name : `${name} ${round + 1}`;
}

function initials(round: number): string {
  const letter = String.fromCharCode(65 + ((round - 1) % 26));
  return round <= 26 ? `${letter}.` : `${letter}. ${initials(Math.ceil(round / 26))}`;
}

/** 8,000 names, then numbered ones. */
function placeOf(index: number): string {
  const name = `${SYLLABLES_1[index % 20] ?? ''}${SYLLABLES_2[(Math.floor(index / 20) + index) % 20] ?? ''}${SYLLABLES_3[(Math.floor(index / 400) + index * 3) % 20] ?? ''}`;
  return index < 8_000 ? name : `${name} ${Math.floor(index / 8_000) + 1}`;
}

function ordinal(number: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][number - 1] ?? `${number}th`;
}

function mediaOf(index: number, actors: number): number {
  const media = Math.floor(index / 10) * 10 + 7;
  return media < actors ? media : 7;
}

/** Ten years: mostly days, some months and years, some without a date. */
function dateOf(random: Random): string | undefined {
  const precision = random.next();
  const year = 2015 + random.below(10);
  const month = String(1 + random.below(12)).padStart(2, '0');
  const day = String(1 + random.below(28)).padStart(2, '0');
  if (precision < 0.02) return undefined;
  if (precision < 0.06) return String(year);
  return precision < 0.16 ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function wordsOf(stance: Stance, claim: Claim, random: Random): string {
  return random.pick(QUOTES[stance]).replace('{claim}', claim.text);
}
