/** The two engines as suites use them: each `open` gives an empty database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe } from 'vitest';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';

export type OpenEngine = () => Promise<GraphEngine>;

/**
 * Runs a suite on both engines. Each call of `open` within a test gives an engine on an empty database
 * (without schema); what a test opened is closed after it.
 */
export function describeOnEngines(name: string, suite: (open: OpenEngine) => void): void {
  describeOn(`${name} (embedded)`, () => openEmbedded({ shuffleUnordered: true }), suite);
}

function describeOn(name: string, openEmpty: OpenEngine, suite: (open: OpenEngine) => void): void {
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

/** A new folder for this test file, removed at its end. */
export function tmpFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
