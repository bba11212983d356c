/** The server while its Neo4j starts, is lost and returns: startNeo4j is a process that can be killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Overview } from '../../server/contract/explorer.ts';
import { startServer, type RunningServer } from '../cli/run-cli.ts';
import { startNeo4j, type Neo4jServer } from '../neo4j/neo4j-server.ts';
import { isNeo4jLeftOut } from '../neo4j/toolchain.ts';

describe.skipIf(isNeo4jLeftOut())('a server whose Neo4j is lost', { timeout: 180_000 }, () => {
  let neo4j: Neo4jServer;
  let folder: string;
  let server: RunningServer;
  beforeAll(async () => {
    neo4j = await startNeo4j();
    await neo4j.kill();
    folder = mkdtempSync(join(tmpdir(), 'gainsay-lost-'));
    server = await startServer([], {
      GAINSAY_DATA: folder,
      NEO4J_URI: neo4j.uri,
      NEO4J_USER: neo4j.user,
      NEO4J_PASSWORD: neo4j.password,
      LOG_LEVEL: 'fatal',
    });
  });
  afterAll(async () => {
    await server.stop();
    await neo4j.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const overview = () => fetch(`${server.url}/api/overview`);
  /** Milliseconds until this address answers 200. */
  async function timeUntilWell(path: string): Promise<number> {
    const begun = performance.now();
    await expect
      .poll(async () => (await fetch(server.url + path)).status, { timeout: 120_000, interval: 100 })
      .toBe(200);
    return performance.now() - begun;
  }

  it('is up before it, says so, and fills it with the example when it comes', async () => {
    expect(server.line).toMatch(/, waiting for the database$/);
    const waiting = await overview();
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([503, '5']);
    await neo4j.restart();
    // 10 s to notice it; the first time, creating constraints and loading the example take longer.
    await timeUntilWell('/api/overview');
    expect(Overview.parse(await (await overview()).json()).counts).toMatchObject({ actors: 14, contested: 1 });
  });

  it('answers 503 with Retry-After within 6 s when it is killed, and by itself within 10 s of its return', async () => {
    await neo4j.kill();
    const begun = performance.now();
    const lost = await overview();
    expect([lost.status, lost.headers.get('retry-after'), performance.now() - begun < 6_000]).toEqual([503, '5', true]);
    expect(await lost.json()).toMatchObject({ code: 'engine-unavailable' });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/`)).headers.get('content-security-policy')).toContain("default-src 'none'");
    await neo4j.restart();
    // Measured from the first accepted connection of Neo4j: the start view, and a read that is not cached.
    const [kept, fresh] = await Promise.all([timeUntilWell('/api/overview'), timeUntilWell('/api/search?q=korea')]);
    expect([kept < 10_000, fresh < 10_000], `${Math.round(kept)} and ${Math.round(fresh)} ms`).toEqual([true, true]);
    expect(Overview.parse(await (await overview()).json()).counts).toMatchObject({ actors: 14, contested: 1 });
  });
});
