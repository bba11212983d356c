import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultCollector } from '../../../server/ingest/records/faults.ts';
import { FLAG, IdTable, hash64 } from '../../../server/ingest/validate/spool-index.ts';
import { SpeakingGraph } from '../../../server/ingest/validate/cycles.ts';

describe('the table of ids', () => {
  it('numbers ids like a Map while it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 2_000 }), (ids) => {
        const [table, map] = [new IdTable(), new Map<string, number>()];
        for (const id of ids) {
          if (!map.has(id)) map.set(id, map.size);
          expect(table.insert(id)).toBe(map.get(id));
        }
        expect(table.size).toBe(map.size);
        for (const [id, entry] of map) expect(table.find(id)).toBe(entry);
        expect(table.find('not there')).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps rows, flags and contents when it grows', () => {
    const table = new IdTable();
    for (let row = 0; row < 5_000; row += 1) {
      const entry = table.insert(`id-${row}`);
      table.setRow(entry, row);
      table.setContent(entry, hash64(String(row)));
      if (row % 3 === 0) table.mark(entry, FLAG.isClaim);
    }
    for (let row = 0; row < 5_000; row += 1) {
      const entry = table.find(`id-${row}`);
      expect([
        table.row(entry),
        table.has(entry, FLAG.isClaim),
        table.hasContent(entry, hash64(String(row))),
        table.hasContent(entry, hash64('x')),
      ]).toEqual([row, row % 3 === 0, true, false]);
    }
  });

  it('distinguishes 300,000 ids', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 300_000; index += 1) seen.add(hash64(`statement-${index}`).join());
    expect(seen.size).toBe(300_000);
  });
});

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('the graph of speakers', () => {
  it('is followed over a long path without recursion', async () => {
    const graph = new SpeakingGraph();
    for (let actor = 0; actor < 200_000; actor += 1) graph.add(actor, actor + 1);
    expect(await listed(graph.cycles(200_001))).toEqual([]);
    graph.add(200_000, 199_998);
    expect(await listed(graph.cycles(200_001))).toEqual([[199_998, 199_999, 200_000]]);
  });

  it('gives short cycles where every step of a long path closes one', async () => {
    const graph = new SpeakingGraph();
    for (let actor = 0; actor < 100_000; actor += 1) {
      graph.add(actor, actor + 1);
      graph.add(actor + 1, 0);
    }
    const cycles = await listed(graph.cycles(100_001));
    expect(cycles).toHaveLength(100_000);
    expect(cycles[0]).toEqual([0, 1]);
    expect(cycles.at(-1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('the faults of a file', () => {
  it('are kept up to a thousand, those of the first rows, in any order of arrival', () => {
    const rows =
      fc.sample(
        fc.shuffledSubarray(
          Array.from({ length: 9_000 }, (_, row) => row + 1),
          { minLength: 9_000 },
        ),
        { numRuns: 1, seed: 7 },
      )[0] ?? [];
    const collector = new FaultCollector('f', false);
    for (const row of rows) collector.add({ row, code: 'bad-value', reason: 'Wrong.' });
    const { faults, total } = collector.report();
    expect(total).toBe(9_000);
    expect(faults.map(({ row }) => row)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  });
});
