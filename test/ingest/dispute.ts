/** A small dispute that uses every feature, and overlapping files about one set of facts. */
import fc from 'fast-check';
import type { FileAttributes } from '../../server/contract/attributes.ts';
import type { Content } from './import-fixture.ts';

export const DISPUTE: Content = {
  title: 'Two on one claim',
  actors: [
    { id: 'north', name: 'Northland', kind: 'state', aliases: ['NL'] },
    { id: 'ministry', name: 'Ministry of Northland', kind: 'organisation', speaksFor: ['north'] },
    { id: 'south', name: 'Southland', kind: 'state' },
    { id: 'paper', name: 'The Paper', kind: 'media' },
  ],
  claims: [
    { id: 'sold', text: 'Northland sold arms', topic: 'Arms' },
    { id: 'planned', text: 'Northland plans to sell arms' },
  ],
  documents: [
    {
      id: 'article',
      title: 'Arms row',
      publisher: 'paper',
      publishedAt: '2022-09-22',
      text: 'The ministry said: we never sold any arms. South disagreed.',
    },
  ],
  statements: [
    {
      id: 's1',
      actor: 'ministry',
      claim: 'sold',
      stance: 'denies',
      date: '2022-09-22',
      document: 'article',
      quotation: { exact: 'we never sold any arms' },
      reportedBy: ['paper'],
    },
    {
      id: 's2',
      actor: 'south',
      claim: 'sold',
      stance: 'asserts',
      date: '2022-09',
      modality: 'reported',
      document: 'article',
    },
    { id: 's3', actor: 'south', claim: 'sold', stance: 'asserts', date: '2022-10-01', modality: 'hedged' },
    { id: 's4', actor: 'south', claim: 'planned', stance: 'neutral' },
  ],
};

const ACTORS = [0, 1, 2, 3].map((n) => ({
  id: `actor-${n}`,
  names: n === 1 ? ['Ministry', 'MINISTRY'] : [`Actor ${n}`],
  kind: n % 2 === 0 ? ('state' as const) : ('organisation' as const),
  aliases: [`A${n}`, `Nr ${n}`],
  description: `The ${n}th.`,
  attributes: [`Party ${n}`, n, '2022-09'],
  speaksFor: n === 0 ? ([] as string[]) : [`actor-${n - 1}`],
}));
const CLAIMS = [0, 1, 2].map((n) => ({
  id: `claim-${n}`,
  texts: n === 1 ? ['Arms were sold', 'arms were sold'] : [`Thing ${n} happened`],
  topics: [`Topic ${n}`, 'Trade', n === 1 ? 'trade' : 'Law'],
}));
const DOCUMENTS = [0, 1].map((n) => ({
  id: `document-${n}`,
  title: `Document ${n}`,
  publisher: `actor-${n}`,
  language: 'en',
  text: `Of ${n} they said: it is so. Nobody else did.`,
}));
const STANCES = ['asserts', 'denies', 'neutral', 'asserts'] as const;
const MODALITIES = ['stated', 'hedged', 'reported'] as const;
const STATEMENTS = Array.from({ length: 14 }, (_, n) => ({
  id: `statement-${n}`,
  actor: `actor-${n % 4}`,
  claim: `claim-${n % 3}`,
  stance: STANCES[n % 4] ?? 'neutral',
  modality: MODALITIES[n % 3] ?? 'stated',
  ...(n % 5 !== 0 && { date: `2022-0${(n % 9) + 1}` }),
  ...(n % 2 === 0 && {
    document: `document-${(n / 2) % 2}`,
    quotation: { exact: n % 4 === 0 ? 'it is so' : 'Nobody else' },
    reportedBy: [`actor-${(n + 1) % 4}`],
  }),
}));

/** The fields that a file contains. All files agree, so that none contradicts another. */
const Knowledge = fc.record({
  actors: fc.array(
    fc.record({
      name: fc.nat(1),
      kind: fc.boolean(),
      aliases: fc.subarray([0, 1]),
      description: fc.boolean(),
      attributes: fc.subarray([0, 1, 2]),
      speaksFor: fc.boolean(),
      named: fc.boolean(),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  claims: fc.array(
    fc.record({ text: fc.nat(1), topics: fc.subarray([0, 1, 2]), attributes: fc.boolean(), named: fc.boolean() }),
    { minLength: 3, maxLength: 3 },
  ),
  documents: fc.array(
    fc.record({
      publisher: fc.boolean(),
      language: fc.boolean(),
      attributes: fc.boolean(),
      text: fc.boolean(),
      named: fc.boolean(),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  statements: fc.subarray(STATEMENTS, { minLength: 1 }),
});

/** One topic is written in the form of old files. */
function topicsOf(topics: readonly string[]): { readonly topic?: string; readonly topics?: string[] } {
  const [first] = topics;
  return topics.length === 1 && first !== undefined ? { topic: first } : { topics: [...topics] };
}

/** Each value under a key of its own, and all under one. */
function attributesOf(values: readonly (string | number)[]): { readonly attributes?: FileAttributes } {
  if (values.length === 0) return {};
  return { attributes: { all: [...values], ...Object.fromEntries(values.map((value) => [`key ${value}`, value])) } };
}

/** A file that needs no other: everything that it refers to is in it. */
export const OverlappingFile: fc.Arbitrary<Content> = Knowledge.map(({ actors, claims, documents, statements }) => {
  const used = new Set(
    statements.flatMap(({ actor, claim, document, reportedBy }) => [
      actor,
      claim,
      ...(document ? [document] : []),
      ...(reportedBy ?? []),
    ]),
  );
  const knownDocuments = DOCUMENTS.filter(({ id }, n) => used.has(id) || documents[n]?.named).map((document) => {
    const knows = documents[DOCUMENTS.indexOf(document)];
    if (knows?.publisher) used.add(document.publisher);
    return {
      id: document.id,
      title: document.title,
      ...(knows?.publisher && { publisher: document.publisher }),
      ...(knows?.language && { language: document.language }),
      ...(knows?.attributes && attributesOf([document.language, 3])),
      ...(knows?.text && { text: document.text }),
    };
  });
  // From the last to the first: an actor speaks for the one before it.
  const knownActors = ACTORS.toReversed().flatMap((actor) => {
    const knows = actors[ACTORS.indexOf(actor)];
    if (!used.has(actor.id) && !knows?.named) return [];
    if (knows?.speaksFor) for (const id of actor.speaksFor) used.add(id);
    return [
      {
        id: actor.id,
        name: actor.names[knows?.name ?? 0] ?? actor.names[0] ?? '',
        ...(knows?.kind && { kind: actor.kind }),
        aliases: (knows?.aliases ?? []).flatMap((n) => actor.aliases[n] ?? []),
        ...(knows?.description && { description: actor.description }),
        ...attributesOf((knows?.attributes ?? []).flatMap((at) => actor.attributes[at] ?? [])),
        ...(knows?.speaksFor && { speaksFor: actor.speaksFor }),
      },
    ];
  });
  const knownClaims = CLAIMS.filter(({ id }, n) => used.has(id) || claims[n]?.named).map((claim) => {
    const knows = claims[CLAIMS.indexOf(claim)];
    return {
      id: claim.id,
      text: claim.texts[knows?.text ?? 0] ?? claim.texts[0] ?? '',
      ...(knows?.attributes && attributesOf([claim.id, 'mixed'])),
      ...topicsOf((knows?.topics ?? []).flatMap((at) => claim.topics[at] ?? [])),
    };
  });
  return { actors: knownActors, claims: knownClaims, documents: knownDocuments, statements: [...statements] };
});
