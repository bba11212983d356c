import { describe, expect, it } from 'vitest';
import { generateRecords } from './records.ts';
import { generateFile } from './write.ts';
import type { Actor, Claim, Document, Statement } from '../../server/contract/native.ts';

const STATEMENTS = 4_000;
const records = [...generateRecords({ statements: STATEMENTS, seed: 1 })];
const actors = records.flatMap(({ section, record }): Actor[] => (section === 'actors' ? [record] : []));
const claims = records.flatMap(({ section, record }): Claim[] => (section === 'claims' ? [record] : []));
const documents = records.flatMap(({ section, record }): Document[] => (section === 'documents' ? [record] : []));
const statements = records.flatMap(({ section, record }): Statement[] => (section === 'statements' ? [record] : []));

function tally(keys: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => b - a);
}

describe('the generator', () => {
  it('makes the same file for the same seed, and another for another', () => {
    const file = (seed: number) => [...generateFile({ statements: 50, seed }, 'jsonl')].join('');
    expect(file(7)).toBe(file(7));
    expect(file(7)).not.toBe(file(8));
  });

  it('makes a tenth as many actors, a quarter as many claims, a third as many documents', () => {
    expect([actors.length, claims.length, documents.length, statements.length]).toEqual([400, 1_000, 1_334, 4_000]);
  });

  it('gives different names to different actors, and different words to different claims', () => {
    expect(new Set(actors.map(({ name }) => name)).size).toBe(actors.length);
    expect(new Set(claims.map(({ text }) => text)).size).toBe(claims.length);
  });

  it('makes a few actors and claims very busy and most of them rare', () => {
    const [byActor, byClaim] = [
      tally(statements.map(({ actor }) => actor)),
      tally(statements.map(({ claim }) => claim)),
    ];
    expect(byActor[0]).toBeGreaterThan(STATEMENTS * 0.05);
    expect(byActor[200]).toBeLessThan(10);
    expect(byClaim[0]).toBeGreaterThan(STATEMENTS * 0.03);
    expect(byClaim[500]).toBeLessThan(5);
  });

  it('disputes about 15 % of the claims', () => {
    const sides = (stance: string) =>
      new Set(statements.filter((statement) => statement.stance === stance).map(({ claim }) => claim));
    const [asserted, denied] = [sides('asserts'), sides('denies')];
    const contested = claims.filter(({ id }) => asserted.has(id) && denied.has(id)).length;
    expect(contested / claims.length).toBeGreaterThan(0.14);
    expect(contested / claims.length).toBeLessThan(0.16);
  });

  it('lets few actors stand on both sides of a claim', () => {
    const stances = new Map<string, Set<string>>();
    for (const { actor, claim, stance } of statements) {
      if (stance !== 'neutral')
        stances.set(`${actor} ${claim}`, (stances.get(`${actor} ${claim}`) ?? new Set()).add(stance));
    }
    const both = [...stances.values()].filter(({ size }) => size === 2).length;
    expect(both).toBeGreaterThan(0);
    expect(both / stances.size).toBeLessThan(0.03);
  });

  it('uses every precision of date, every stance, every modality, and other scripts', () => {
    expect(new Set(statements.map(({ date }) => date?.length))).toEqual(new Set([undefined, 4, 7, 10]));
    expect(new Set(statements.map(({ stance }) => stance))).toEqual(new Set(['asserts', 'denies', 'neutral']));
    expect(new Set(statements.map(({ modality }) => modality))).toEqual(new Set([undefined, 'hedged', 'reported']));
    for (const script of [
      /\p{Script=Hangul}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Han}/u,
      /[øŁüřć]/u,
    ]) {
      expect(actors.filter(({ name }) => script.test(name)).length).toBeGreaterThan(3);
    }
  });

  it('puts the words of each quotation into its document, where that has a text', () => {
    const texts = new Map(documents.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const])));
    expect(texts.size).toBe(Math.ceil(documents.length / 5));
    const quoted = statements.filter(({ document, quotation }) => quotation !== undefined && texts.has(document ?? ''));
    expect(quoted.length).toBeGreaterThan(500);
    for (const { document, quotation } of quoted) expect(texts.get(document ?? '')).toContain(quotation?.exact);
  });
});
