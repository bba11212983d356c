/** One Neo4j for the whole run of the suites that run on both engines. */
import type { TestProject } from 'vitest/node';
import { type Neo4jServer, startNeo4j } from './neo4j-server.ts';
import { neo4jJars, RELEASES } from './neo4j-jars.ts';
import { findJava, isNeo4jLeftOut } from './toolchain.ts';

export interface Neo4jAccess {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Absent when these tests were left out by GAINSAY_SKIP_NEO4J=1. */
    neo4j: Neo4jAccess | undefined;
  }
}

let server: Neo4jServer | undefined;

/** Uses the server of NEO4J_URI (its content is erased by the tests), or starts one. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('neo4j', await access());
  fetchCalendarRelease();
}

/** Here, where nothing waits: within a test the minutes that it may take would count against its limit. */
function fetchCalendarRelease(): void {
  if (isNeo4jLeftOut() || findJava(RELEASES.calendar.java) === undefined) return;
  try {
    neo4jJars('calendar');
  } catch (error) {
    // The one suite that needs it fails by itself; the others can run.
    console.error(error);
  }
}

export async function teardown(): Promise<void> {
  await server?.stop();
}

async function access(): Promise<Neo4jAccess | undefined> {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = process.env;
  if (uri) return { uri, user: user ?? 'neo4j', password: password ?? '', ...(database && { database }) };
  if (isNeo4jLeftOut()) return undefined;
  server = await startNeo4j();
  return { uri: server.uri, user: server.user, password: server.password };
}
