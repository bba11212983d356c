import { describe, expect, it } from 'vitest';
import { disputeLayout } from '../../../../client/graph/layout/dispute-layout.ts';
import { lineMeasures, madeUpDispute } from './line-measures.ts';

const canvas = { width: 1_220, height: 790 };

/** Generated disputes in several columns, and what was measured with straight or curved lines and rows placed by rank alone. */
const BEFORE = [
  { dispute: { actors: 9, claims: 11, lines: 42, seed: 1 }, behind: 11, crossings: 45, area: 708_812 },
  { dispute: { actors: 20, claims: 24, lines: 100, seed: 2 }, behind: 48, crossings: 365, area: 1_329_733 },
  { dispute: { actors: 24, claims: 40, lines: 150, seed: 3 }, behind: 84, crossings: 849, area: 2_048_323 },
  { dispute: { actors: 30, claims: 50, lines: 220, seed: 4 }, behind: 128, crossings: 2_261, area: 2_692_275 },
  { dispute: { actors: 40, claims: 70, lines: 190, seed: 5 }, behind: 89, crossings: 1_093, area: 1_794_800 },
] as const;

describe('a dispute in several columns', () => {
  const now = BEFORE.map(({ dispute }) => {
    const made = madeUpDispute(dispute);
    return lineMeasures(made, disputeLayout(made.nodes, made.edges, { canvas }));
  });

  it('routes all but a few lines through the gaps between cards', () => {
    for (const { behind } of now) expect(behind).toBeLessThanOrEqual(2);
  });

  it('needs no more crossings and no more room for that', () => {
    const sum = (all: readonly { readonly crossings: number }[]) =>
      all.reduce((total, { crossings }) => total + crossings, 0);
    expect(sum(now)).toBeLessThanOrEqual(sum(BEFORE));
    now.forEach(({ area }, index) => expect(area).toBeLessThanOrEqual((BEFORE[index]?.area ?? 0) * 1.15));
  });
});
