/** Neo4j's jars, fetched once by Maven into a cache of the user. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureToolchain, findJava } from './toolchain.ts';

export const RELEASES = {
  /** The long-term release. */
  lts: {
    version: '5.26.30',
    java: 17,
    mainClass: 'org.neo4j.server.CommunityEntryPoint',
    mavenArguments: [],
    javaArguments: [],
  },
  /** The current calendar release. */
  calendar: {
    version: '2026.08.1',
    java: 21,
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    mavenArguments: ['-Dcalendar'],
    javaArguments: ['--add-modules=jdk.incubator.vector'],
  },
} as const;
export type Release = keyof typeof RELEASES;

const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

/**
 * The folder with the jars of a release, fetched when it is not there yet (116 MB, under a minute).
 *
 * @throws Error with Maven's output when it fails, or with what is missing on this machine.
 */
export function neo4jJars(release: Release): string {
  const { version, mavenArguments } = RELEASES[release];
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'gainsay', `neo4j-${version}`);
  ensureToolchain({ maven: !existsSync(folder) });
  if (existsSync(folder)) return folder;
  console.log(`Fetching Neo4j ${version} by Maven, once …`);
  // Fetched aside and renamed, so that an interrupted fetch leaves nothing that looks complete.
  const partial = `${folder}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    runMaven([
      '-q',
      '-B',
      '-f',
      fileURLToPath(new URL('pom.xml', import.meta.url)),
      COPY,
      '-DincludeScope=runtime',
      `-DoutputDirectory=${partial}`,
      `-Dneo4j.version=${version}`,
      ...mavenArguments,
    ]);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const ATTEMPTS = 3;

/** Tries again when it fails: what has been fetched stays in Maven's own cache, and networks have bad moments. */
function runMaven(mavenArguments: readonly string[]): void {
  const java = findJava(17);
  const home = java === undefined || java === 'java' ? {} : { JAVA_HOME: join(java, '../..') };
  for (let attempt = 1; ; attempt += 1) {
    const { status, stdout, stderr, error } = spawnSync('mvn', mavenArguments, {
      encoding: 'utf8',
      env: { ...process.env, ...home },
    });
    if (status === 0) return;
    if (attempt === ATTEMPTS) throw new Error(`Maven could not fetch Neo4j:\n${stdout}${stderr}`, { cause: error });
  }
}
