/**
 * The two engines as suites use them: each `open` gives an empty database.
 *
 * A file that says `describeOnEngines` belongs to the vitest project `engines`, whose files run one after
 * the other on one Neo4j. While working: `GAINSAY_SKIP_NEO4J=1 npx vitest run test/…` starts no Neo4j.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { openNeo4j } from '../../server/engine/neo4j.ts';
import type { Neo4jAccess } from '../neo4j/global-setup.ts';

export type OpenEngine = () => Promise<GraphEngine>;

/**
 * Runs a suite on both engines. Each `open` within a test gives an engine on an empty database, and what a
 * test opened is closed after it. There is one Neo4j: a second `open` empties it under the first, and its
 * constraints and indexes stay from test to test (the embedded engine is new each time).
 */
export function describeOnEngines(name: string, suite: (open: OpenEngine) => void): void {
  describeOn(`${name} (embedded)`, () => openEmbedded({ shuffleUnordered: true }), suite);
  const neo4j = inject('neo4j');
  const leftOut = async (): Promise<GraphEngine> => Promise.reject(new Error('left out'));
  describe.skipIf(neo4j === undefined)('on Neo4j, unless GAINSAY_SKIP_NEO4J leaves it out', () => {
    describeOn(`${name} (Neo4j)`, neo4j === undefined ? leftOut : () => openEmptyNeo4j(neo4j), suite);
  });
}

/** Runs a suite on one engine; see {@link describeOnEngines}. */
export function describeOn(name: string, openEmpty: OpenEngine, suite: (open: OpenEngine) => void): void {
  describe(name, () => {
    const opened: GraphEngine[] = [];
    afterEach(async () => {
      for (const engine of opened.splice(0)) await engine.close();
    });
    suite(async () => {
      const engine = await openEmpty();
      opened.push(engine);
      return engine;
    });
  });
}

/** An engine on that server, all of whose nodes and relationships have been deleted. */
export async function openEmptyNeo4j(access: Neo4jAccess): Promise<GraphEngine> {
  const engine = await openNeo4j(access);
  await engine.define('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  return engine;
}

/** A new folder for this test file, removed at its end. */
export function tmpFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
