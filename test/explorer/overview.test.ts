import { expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { describeOnEngines } from '../support/engines.ts';
import { type Dispute, type StatementFixture, writeDispute } from './write-dispute.ts';

/** `claims` claims, each asserted by `asserters` and denied by `deniers` of its own actors and by some that speak on all. */
function wideDispute({
  claims,
  asserters,
  deniers,
  hubs,
}: {
  claims: number;
  asserters: number;
  deniers: number;
  hubs: number;
}): Dispute {
  const statements: StatementFixture[] = [];
  const actors = new Set<string>();
  const state = (actor: string, claim: string, stance: 'asserts' | 'denies', times: number): void => {
    actors.add(actor);
    for (let at = 0; at < times; at++)
      statements.push({ id: `${actor}-${claim}-${stance}-${at}`, actor, claim, stance });
  };
  for (let at = 0; at < claims; at++) {
    const claim = `c${String(at).padStart(3, '0')}`;
    for (let one = 0; one < asserters; one++) state(`a-${claim}-${one}`, claim, 'asserts', 1);
    for (let one = 0; one < deniers; one++) state(`d-${claim}-${one}`, claim, 'denies', 1);
    for (let one = 0; one < hubs; one++) state(`hub-${one}`, claim, one % 2 === 0 ? 'asserts' : 'denies', 2);
  }
  return {
    actors: [...actors].map((id) => ({ id, name: id })),
    claims: Array.from({ length: claims }, (_, at) => ({ id: `c${String(at).padStart(3, '0')}`, text: `Claim ${at}` })),
    statements,
  };
}

describeOnEngines('start view of a large database', (open) => {
  it.each([
    { claims: 16, asserters: 4, deniers: 4, hubs: 0 },
    { claims: 14, asserters: 1, deniers: 1, hubs: 6 },
    { claims: 8, asserters: 0, deniers: 0, hubs: 24 },
    { claims: 3, asserters: 60, deniers: 1, hubs: 0 },
  ])('shows both sides of contested claims in at most 150 elements: %j', async (shape) => {
    const engine = await open();
    await writeDispute(engine, wideDispute(shape));
    const { counts, graph } = await createExplorer(engine).overview();
    expect(graph.nodes.length + graph.edges.length).toBeLessThanOrEqual(150);
    expect(graph).toMatchObject({ total: counts.actors + counts.claims, truncated: true });
    const claims = graph.nodes.filter((node) => node.type === 'claim');
    expect(claims.length).toBeGreaterThanOrEqual(Math.min(3, shape.claims));
    for (const { id } of claims) {
      const stances = graph.edges.flatMap((edge) =>
        edge.type === 'position' && edge.target === id ? [edge.stance] : [],
      );
      expect(new Set(stances)).toEqual(new Set(['asserts', 'denies']));
    }
    const shown = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.every(({ source, target }) => shown.has(source) && shown.has(target))).toBe(true);
  });

  it('shows the claims with most statements when nothing is contested', async () => {
    const engine = await open();
    const dispute = wideDispute({ claims: 32, asserters: 3, deniers: 0, hubs: 0 });
    const more = [0, 1, 2].map((at) => ({
      id: `more-${at}`,
      actor: 'a-c031-0',
      claim: 'c031',
      stance: 'neutral' as const,
    }));
    await writeDispute(engine, { ...dispute, statements: [...(dispute.statements ?? []), ...more] });
    const { graph } = await createExplorer(engine).overview();
    expect(graph.nodes[0]?.id).toBe('c031');
    expect(graph.nodes.filter((node) => node.type === 'claim').length).toBe(12);
    expect(graph.nodes.length + graph.edges.length).toBeLessThanOrEqual(150);
  });
});
