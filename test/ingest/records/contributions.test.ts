import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  conflict,
  contains,
  referenced,
  uniteShares,
  unite,
  type Share,
} from '../../../server/ingest/records/contributions.ts';
import type { ActorRecord, DocumentRecord } from '../../../server/store/records.ts';

const optional = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(value, undefined);
const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1));
function without<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const Spelling = fc.constantFrom('North Korea', 'north korea', 'NORTH  KOREA');
const Actor: fc.Arbitrary<ActorRecord> = fc
  .record({
    name: Spelling,
    kind: optional('state' as const),
    aliases: fc.array(fc.constantFrom('DPRK', 'Pyongyang', 'north korea')),
    description: optional('A state.'),
    speaksFor: fc.subarray(['x', 'y', 'z']),
  })
  .map(
    ({ name, kind, aliases, description, speaksFor }) =>
      without({
        id: 'a',
        name,
        kind,
        aliases: sorted(aliases).filter((alias) => alias !== name),
        description,
        speaksFor: sorted(speaksFor),
      }) as ActorRecord,
  );
const Document: fc.Arbitrary<DocumentRecord> = fc
  .record({
    title: fc.constantFrom('A title', 'A Title'),
    url: optional('https://example.org/'),
    publisher: optional('p'),
    text: optional('Words.'),
  })
  .map(
    ({ title, url, publisher, text }) =>
      without({ id: 'd', title, url, publisher, text, sha256: text && 'abc' }) as DocumentRecord,
  );

describe('uniting records', () => {
  it('does not depend on order or grouping, and repeating it changes nothing', () => {
    fc.assert(
      fc.property(Actor, Actor, Actor, (a, b, c) => {
        const all = canonical(unite('actors', [a, b, c]));
        expect(canonical(unite('actors', [c, a, b]))).toBe(all);
        expect(canonical(unite('actors', [a, unite('actors', [b, c])]))).toBe(all);
        expect(canonical(unite('actors', [unite('actors', [a, b]), c]))).toBe(all);
        expect(canonical(unite('actors', [a, b, c, b, a]))).toBe(all);
        expect(canonical(unite('actors', [a]))).toBe(canonical(a));
      }),
    );
    fc.assert(
      fc.property(Document, Document, Document, (a, b, c) => {
        const all = unite('documents', [a, b, c]);
        expect(unite('documents', [c, b, a])).toEqual(all);
        expect(unite('documents', [a, unite('documents', [b, c])])).toEqual(all);
      }),
    );
  });

  it('makes the first spelling by code units the name and the others aliases', () => {
    const united = unite('actors', [
      { id: 'a', name: 'north korea', aliases: ['DPRK'], speaksFor: [] },
      { id: 'a', name: 'North Korea', aliases: [], speaksFor: ['b'] },
    ]);
    expect(united).toEqual({ id: 'a', name: 'North Korea', aliases: ['DPRK', 'north korea'], speaksFor: ['b'] });
  });

  it('contains each of the records that it was made of', () => {
    fc.assert(
      fc.property(Actor, Actor, (a, b) => {
        const united = unite('actors', [a, b]);
        expect(contains('actors', united, a)).toBe(true);
        expect(contains('actors', united, b)).toBe(true);
        expect(conflict('actors', united, a)).toBeUndefined();
      }),
    );
  });

  it('reports nothing to add only when nothing would change', () => {
    const bare: ActorRecord = { id: 'a', name: 'A', aliases: [], speaksFor: [] };
    expect(contains('actors', { ...bare, kind: 'state' }, bare)).toBe(true);
    expect(contains('actors', bare, { ...bare, kind: 'state' })).toBe(false);
    expect(contains('actors', bare, { ...bare, speaksFor: ['b'] })).toBe(false);
  });
});

describe('conflicts', () => {
  const actor: ActorRecord = { id: 'a', name: 'Ann', kind: 'person', aliases: [], speaksFor: [] };

  it.each([
    ['name', { ...actor, name: 'Bob' }, '“Ann”', '“Bob”'],
    ['kind', { ...actor, kind: 'state' as const }, '“person”', '“state”'],
  ])('names the field %s and both values', (field, incoming, known, here) => {
    const found = conflict('actors', actor, incoming);
    expect(found?.field).toBe(field);
    expect(found?.reason).toContain(known);
    expect(found?.reason).toContain(here);
  });

  it('compares texts of documents by their hash, and does not print them', () => {
    const document: DocumentRecord = { id: 'd', title: 'D', sha256: 'a1' };
    const found = conflict('documents', document, { id: 'd', title: 'D', text: 'Secret', sha256: 'b2' });
    expect(found?.field).toBe('text');
    expect(found?.reason).not.toMatch(/a1|b2|Secret/);
  });

  it('is the same from both sides, and of a union exactly when of one of its parts', () => {
    const Any = fc
      .tuple(
        Actor,
        fc.constantFrom('North Korea', 'South Korea'),
        optional('state' as const),
        optional('group' as const),
      )
      .map(
        ([record, name, state, group]) =>
          without({ ...record, name, aliases: [], kind: group ?? state }) as ActorRecord,
      );
    fc.assert(
      fc.property(Any, Any, Any, (a, b, c) => {
        expect(conflict('actors', a, b) === undefined).toBe(conflict('actors', b, a) === undefined);
        fc.pre(conflict('actors', a, b) === undefined);
        const parts = conflict('actors', a, c) ?? conflict('actors', b, c);
        expect(conflict('actors', unite('actors', [a, b]), c) === undefined).toBe(parts === undefined);
      }),
    );
  });

  it('allows a statement only the same content; where its quotation was found does not count', () => {
    const statement = {
      id: 's',
      positionId: 'a asserts c',
      actor: 'a',
      claim: 'c',
      stance: 'asserts' as const,
      modality: 'stated' as const,
      reportedBy: [],
      quotation: { exact: 'x', location: 'no-text' as const },
    };
    expect(
      conflict('statements', statement, {
        ...statement,
        quotation: { exact: 'x', start: 1, end: 2, location: 'located' as const },
      }),
    ).toBeUndefined();
    expect(conflict('statements', statement, { ...statement, modality: 'hedged' as const })?.field).toBe('id');
  });
});

describe('uniting shares', () => {
  const share = (importId: string, role: 'given' | 'reference', record: Partial<ActorRecord>): Share<'actors'> => ({
    importId,
    role,
    record: { id: 'a', name: 'A', aliases: [], speaksFor: [], ...record },
  });

  it('makes the lowest import that gives the entity its owner, and counts references only when none gives it', () => {
    const shares = [
      share('import-3', 'given', { kind: 'state' }),
      share('import-1', 'reference', { description: 'Seen.' }),
      share('import-2', 'given', {}),
    ];
    expect(uniteShares('actors', shares)).toEqual({
      owner: 'import-2',
      record: { id: 'a', name: 'A', kind: 'state', aliases: [], speaksFor: [] },
    });
    expect(uniteShares('actors', [share('import-1', 'reference', { description: 'Seen.' })])).toMatchObject({
      owner: 'import-1',
      record: { description: 'Seen.' },
    });
    expect(uniteShares('actors', [])).toBeUndefined();
  });

  it('gives the same as if any one import had never been loaded', () => {
    fc.assert(
      fc.property(fc.array(Actor, { minLength: 2, maxLength: 5 }), fc.nat(4), (records, victim) => {
        const shares = records.map((record, at) => share(`import-${at}`, 'given', record));
        const rest = shares.filter((_, at) => at !== victim % records.length);
        expect(canonical(uniteShares('actors', rest)!.record)).toBe(
          canonical(
            unite(
              'actors',
              rest.map(({ record }) => record),
            ),
          ),
        );
      }),
    );
  });

  it('keeps no references of a referenced entity', () => {
    expect(referenced('actors', { id: 'a', name: 'A', aliases: ['B'], speaksFor: ['c'] })).toEqual({
      id: 'a',
      name: 'A',
      aliases: ['B'],
      speaksFor: [],
    });
    expect(referenced('documents', { id: 'd', title: 'D', publisher: 'p', url: 'https://x.org/' })).toEqual({
      id: 'd',
      title: 'D',
      url: 'https://x.org/',
    });
  });
});
