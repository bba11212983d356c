/** The server while its Neo4j starts, is lost and returns: startNeo4j is a process that can be killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckReport } from '../../server/contract/check.ts';
import { Overview } from '../../server/contract/explorer.ts';
import { runCli, startServer, type RunningServer } from '../cli/run-cli.ts';
import { startNeo4j, type Neo4jServer } from '../neo4j/neo4j-server.ts';
import { stallingProxy, type StallingProxy } from '../neo4j/stalling-proxy.ts';
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

  describe('behind a network that loses packets without a word', () => {
    let proxy: StallingProxy;
    let behind: RunningServer;
    let own: string;
    beforeAll(async () => {
      await server.stop();
      proxy = await stallingProxy(neo4j.uri);
      own = mkdtempSync(join(tmpdir(), 'gainsay-silent-'));
      behind = await startServer([], {
        GAINSAY_DATA: own,
        NEO4J_URI: proxy.uri,
        NEO4J_USER: neo4j.user,
        NEO4J_PASSWORD: neo4j.password,
        LOG_LEVEL: 'fatal',
      });
    });
    afterAll(async () => {
      await behind.stop('SIGKILL');
      await proxy.close();
      rmSync(own, { recursive: true, force: true });
    });

    /** Milliseconds until a read that is not cached answers 200. Each attempt is given up after two seconds. */
    async function timeUntilRead(): Promise<number> {
      const begun = performance.now();
      const status = async (): Promise<number> => {
        const signal = AbortSignal.timeout(2_000);
        return fetch(`${behind.url}/api/search?q=korea`, { signal }).then(
          (answer) => answer.status,
          () => 0,
        );
      };
      await expect.poll(status, { timeout: 60_000, interval: 100 }).toBe(200);
      return performance.now() - begun;
    }

    it('answers again within 15 s when a firewall has forgotten all connections', async () => {
      await timeUntilRead();
      proxy.forget();
      const took = await timeUntilRead();
      expect(took < 15_000, `${Math.round(took)} ms`).toBe(true);
    });

    it('says 503 while nothing comes through, and answers within 15 s when it does again', async () => {
      proxy.swallow();
      const lost = await fetch(`${behind.url}/api/search?q=korea`);
      expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '5']);
      await expect
        .poll(async () => (await fetch(`${behind.url}/api/ready`)).status, { timeout: 30_000, interval: 200 })
        .toBe(503);
      proxy.restore();
      const took = await timeUntilRead();
      expect(took < 15_000, `${Math.round(took)} ms`).toBe(true);
    });

    it('stops within 30 s in the middle of an import, which is then absent', async () => {
      const rows = Array.from(
        { length: 60_000 },
        (_, row) => `Actor ${row % 900},Claim ${row % 5_000},asserts,n${row}`,
      );
      const begun = await fetch(`${behind.url}/api/imports?file=big.csv`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv' },
        body: `actor,claim,stance,note\n${rows.join('\n')}\n`,
      });
      const { id } = (await begun.json()) as { id: string };
      await expect
        .poll(
          async () => ((await (await fetch(`${behind.url}/api/imports/${id}`)).json()) as { state: string }).state,
          { timeout: 60_000, interval: 20 },
        )
        .toBe('loading');
      proxy.swallow();
      const asked = performance.now();
      const { exit, stderr } = await behind.stop();
      const took = performance.now() - asked;
      expect([exit, stderr, took < 30_000], `${Math.round(took)} ms`).toEqual([0, '', true]);
      // The locks of the transactions that nobody ends are freed with the connections of the proxy.
      await proxy.close();
      const access = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
      const checked = await runCli(['check', '--json'], { GAINSAY_DATA: own, ...access });
      expect(CheckReport.parse(JSON.parse(checked.stdout))).toMatchObject({ total: 0, checked: { actors: 14 } });
    });
  });
});
