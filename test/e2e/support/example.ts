/** The expected content of the start view of the example dispute. */
export const EXAMPLE = {
  nodes: 20,
  edges: 20,
  contested: 'arms-deal-under-way',
  contestedText: 'An arms deal between North Korea and Russia is under way.',
  actors: [
    'north-korea',
    'deputy-director-general',
    'general-office-of-equipment',
    'us-state-department',
    'vedanta-patel',
    'white-house',
    'john-kirby',
    'us-intelligence-officials',
    'united-states',
    'other-hostile-forces',
  ],
  claims: [
    'arms-deal-under-way',
    'has-supplied-arms',
    'plans-to-supply-arms',
    'buying-millions',
    'for-use-in-ukraine',
    'further-purchases',
    'rumours-spread',
    'resolution-violated',
    'us-to-blame',
    'self-defence',
  ],
} as const;

export const EXAMPLE_NODES: readonly string[] = [...EXAMPLE.actors, ...EXAMPLE.claims];
