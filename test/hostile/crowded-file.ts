/** A file of actors with as many long aliases as are allowed, and of a claim with thousands of actors. */

export const CROWDED = { actors: 6_000, aliased: 50, aliases: 200 } as const;

export function crowdedFile(): string {
  const alias = (actor: number, at: number): string =>
    `crowd ${actor} ${at} ${'long words of an alias '.repeat(20)}`.trim();
  return [
    { type: 'claim', id: 'hub', text: 'All know it' },
    ...Array.from({ length: CROWDED.actors }, (_, at) => ({
      type: 'actor',
      id: `a${at}`,
      name: `Crowd ${at}`,
      ...(at < CROWDED.aliased && { aliases: Array.from({ length: CROWDED.aliases }, (__, n) => alias(at, n)) }),
    })),
    ...Array.from({ length: CROWDED.actors }, (_, at) => ({
      type: 'statement',
      actor: `a${at}`,
      claim: 'hub',
      stance: at % 2 === 0 ? 'asserts' : 'denies',
    })),
  ]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}
