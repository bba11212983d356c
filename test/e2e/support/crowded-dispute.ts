/** A dispute that is too large for one view: one claim with 120 actors, and 60 claims with three each. */
export const CROWDED = { actors: 120, claims: 61 } as const;

export const crowdedDispute = {
  format: 'gainsay/1',
  title: 'A crowded dispute',
  actors: Array.from({ length: CROWDED.actors }, (_, i) => ({
    id: `actor-${i}`,
    name: `Speaker ${i}`,
    kind: 'person',
  })),
  claims: Array.from({ length: CROWDED.claims }, (_, i) => ({
    id: `claim-${i}`,
    text: i === 0 ? 'The large question is settled.' : `The small question number ${i} is settled.`,
  })),
  statements: [
    ...Array.from({ length: CROWDED.actors }, (_, i) => stated(i, 0, i % 2 === 0)),
    ...Array.from({ length: CROWDED.claims - 1 }, (_, i) => [
      stated(i, i + 1, true),
      stated(i + 1, i + 1, false),
      stated(i + 2, i + 1, true),
    ]).flat(),
  ],
};

function stated(actor: number, claim: number, isAsserted: boolean): object {
  return {
    actor: `actor-${actor}`,
    claim: `claim-${claim}`,
    stance: isAsserted ? 'asserts' : 'denies',
    date: '2024-05',
  };
}
