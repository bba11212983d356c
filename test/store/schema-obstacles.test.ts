/** Constraints and indexes of others where those of Gainsay must stand, as Neo4j lists them. */
import { expect, it } from 'vitest';
import type { SchemaEntry } from '../../server/engine/engine.ts';
import { obstaclesAmong } from '../../server/store/schema-obstacles.ts';

const entry = (changes: Partial<SchemaEntry>): SchemaEntry => ({
  kind: 'index',
  name: 'other',
  type: 'RANGE',
  labels: ['Actor'],
  properties: ['id'],
  state: 'ONLINE',
  ...changes,
});
const unique = (changes: Partial<SchemaEntry>): SchemaEntry =>
  entry({ kind: 'constraint', type: 'UNIQUENESS', state: undefined, ...changes });
const text = (changes: Partial<SchemaEntry>): SchemaEntry =>
  entry({ type: 'FULLTEXT', properties: ['terms'], analyzer: 'whitespace', ...changes });

it.each<readonly [string, SchemaEntry, string]>([
  ['an index where a constraint must stand', entry({}), 'DROP INDEX `other`'],
  [
    'a constraint of ours on another label',
    unique({ name: 'actor_id', labels: ['Person'] }),
    'DROP CONSTRAINT `actor_id`',
  ],
  [
    'a constraint of ours on another property',
    unique({ name: 'actor_id', properties: ['key'] }),
    'DROP CONSTRAINT `actor_id`',
  ],
  ['an index with the name of our constraint', entry({ name: 'actor_id' }), 'DROP INDEX `actor_id`'],
  [
    'an index of ours on another label',
    entry({ name: 'claim_contention', labels: ['X'] }),
    'DROP INDEX `claim_contention`',
  ],
  [
    'an index of ours of another type',
    entry({ name: 'import_state', type: 'TEXT', labels: ['Import'], properties: ['state'] }),
    'DROP INDEX `import_state`',
  ],
  [
    'an index of ours that failed',
    entry({ name: 'import_state', labels: ['Import'], properties: ['state'], state: 'FAILED' }),
    'DROP INDEX `import_state`',
  ],
  [
    'a text index of ours with another analyzer',
    text({ name: 'gainsay_text_actor', analyzer: 'english' }),
    'DROP INDEX `gainsay_text_actor`',
  ],
  [
    'a text index of ours on more',
    text({ name: 'gainsay_text_actor', properties: ['terms', 'name'] }),
    'DROP INDEX `gainsay_text_actor`',
  ],
  ['a text index in the place of ours', text({ name: 'mine' }), 'DROP INDEX `mine`'],
  ['a key in the place of our constraint', unique({ type: 'NODE_KEY' }), 'DROP CONSTRAINT `other`'],
  [
    'a constraint in the place of our index',
    unique({ labels: ['Claim'], properties: ['contention'] }),
    'DROP CONSTRAINT `other`',
  ],
  ['a constraint that our nodes could violate', unique({ properties: ['name'] }), 'DROP CONSTRAINT `other`'],
  ['one on saved views', unique({ labels: ['View'], properties: ['name'] }), 'DROP CONSTRAINT `other`'],
  [
    'one on our relationships',
    unique({ type: 'RELATIONSHIP_PROPERTY_EXISTENCE', labels: ['MADE'], properties: ['since'] }),
    'DROP CONSTRAINT `other`',
  ],
  ['a name that must be quoted', unique({ name: 'a `b', properties: ['name'] }), 'DROP CONSTRAINT `a ``b`'],
])('names %s, and the statement that drops it', (_, existing, drop) => {
  expect(obstaclesAmong([existing], 'neo4j')).toEqual([expect.stringContaining(`: ${drop}`)]);
});

it.each<readonly [string, SchemaEntry]>([
  ['our constraint', unique({ name: 'actor_id' })],
  ['the index of our constraint', entry({ name: 'actor_id', ofConstraint: 'actor_id' })],
  ['our constraint under another name', unique({ name: 'by_id' })],
  ['our index under another name', entry({ labels: ['Claim'], properties: ['contention'] })],
  ['our text index', text({ name: 'gainsay_text_actor' })],
  ['an index on our nodes that does not restrict them', entry({ properties: ['name'] })],
  ['a text index over something else', text({ properties: ['name'] })],
  ['what belongs to others', unique({ labels: ['Person'], properties: ['name'] })],
  ['the look-up of labels', entry({ type: 'LOOKUP', labels: [], properties: [] })],
])('says nothing of %s', (_, existing) => {
  expect(obstaclesAmong([existing], 'neo4j')).toEqual([]);
});
