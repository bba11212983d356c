/** Java and Maven: where they are, and how they get here where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const JAVA_FOLDERS = ['/usr/lib/jvm', '/opt/java', '/Library/Java/JavaVirtualMachines'];
/** Debian's default Java is 17 or newer since version 12. */
const DEBIAN_PACKAGES = ['maven', 'default-jre-headless'];

/** The `java` of the lowest version that is at least `minimum`, or `undefined`. */
export function findJava(minimum: number): string | undefined {
  const found = candidates()
    .map((path) => ({ path, version: javaVersion(path) }))
    .filter(({ version }) => version >= minimum)
    .toSorted((a, b) => a.version - b.version);
  return found[0]?.path;
}

/** Whether the suites on Neo4j are left out on request; never in CI. */
export function isNeo4jLeftOut(): boolean {
  return process.env['GAINSAY_SKIP_NEO4J'] === '1' && !process.env['CI'];
}

/**
 * Makes sure that a Java of at least 17 is there and, if asked for, Maven. On Debian as root they are installed.
 *
 * @throws Error with a sentence that says what to do.
 */
export function ensureToolchain(needs: { readonly maven: boolean }): void {
  if (isThere(needs)) return;
  if (isDebianRoot()) {
    console.log(`Installing ${DEBIAN_PACKAGES.join(' and ')} for the tests on Neo4j …`);
    aptInstall(DEBIAN_PACKAGES);
    if (isThere(needs)) return;
  }
  throw new Error(
    `The tests on Neo4j need Maven and Java 17 or newer. Install both (on Debian: apt-get install ${DEBIAN_PACKAGES.join(' ')}), `
    + 'or set GAINSAY_SKIP_NEO4J=1 to leave these tests out.',
  );
}

/** Whether this machine is a Debian on which we may install packages. */
export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs packages, with a fresh list of them; output only when it fails. */
export function aptInstall(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env });
  const { status, stdout, stderr } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, encoding: 'utf8' });
  if (status !== 0) console.error(`${stdout}${stderr}`);
}

function isThere({ maven }: { readonly maven: boolean }): boolean {
  return findJava(17) !== undefined && (!maven || spawnSync('mvn', ['--version']).status === 0);
}

function candidates(): string[] {
  const homes = Object.entries(process.env).flatMap(([name, value]) => (name.startsWith('JAVA_HOME') && value ? [value] : []));
  const installed = JAVA_FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .flatMap((home) => [home, join(home, 'Contents/Home')]);
  return [...[...homes, ...installed].map((home) => join(home, 'bin/java')).filter((path) => existsSync(path)), 'java'];
}

/** The major version that a `java` says of itself; 0 when it does not run. */
function javaVersion(path: string): number {
  const { stderr, status } = spawnSync(path, ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
}
