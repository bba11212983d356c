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
 * Makes sure that a Java of at least 17 is there and, if asked for, Maven. Where {@link canInstall} they are installed.
 *
 * @throws Error with a sentence that says what to do.
 */
export function ensureToolchain(needs: { readonly maven: boolean }): void {
  if (isThere(needs)) return;
  if (canInstall()) {
    console.log(`Installing ${DEBIAN_PACKAGES.join(' and ')} for the tests on Neo4j …`);
    aptInstall(DEBIAN_PACKAGES);
    if (isThere(needs)) return;
  }
  throw new Error(
    `The tests on Neo4j need Maven and Java 17 or newer. Install both (on Debian: apt-get install ${DEBIAN_PACKAGES.join(' ')}), ` +
      'or set GAINSAY_SKIP_NEO4J=1 to leave these tests out.',
  );
}

/** Whether this machine is a Debian on which we may install packages: as root, or in CI by a sudo that asks for no password. */
export function canInstall(): boolean {
  return installer() !== undefined;
}

/** The beginning of a command line that installs; undefined where that is not ours to do. */
function installer(): readonly [string, ...string[]] | undefined {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return undefined;
  // Waits for another apt that is at work, and asks a mirror again that does not answer.
  const apt = [
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    '-o',
    'DPkg::Lock::Timeout=300',
    '-o',
    'Acquire::Retries=3',
  ] as const;
  if (process.getuid?.() === 0) return ['env', ...apt];
  const maySudo = Boolean(process.env['CI']) && spawnSync('sudo', ['-n', 'true']).status === 0;
  return maySudo ? ['sudo', '-n', 'env', ...apt] : undefined;
}

/** Installs packages, with a fresh list of them, where {@link canInstall}; output only when it fails. */
export function aptInstall(packages: readonly string[]): void {
  const [program, ...before] = installer() ?? [];
  if (program === undefined) return;
  spawnSync(program, [...before, 'update']);
  const { status, stdout, stderr } = spawnSync(
    program,
    [...before, 'install', '-y', '--no-install-recommends', ...packages],
    { encoding: 'utf8' },
  );
  if (status !== 0) console.error(`${stdout}${stderr}`);
}

function isThere({ maven }: { readonly maven: boolean }): boolean {
  return findJava(17) !== undefined && (!maven || spawnSync('mvn', ['--version']).status === 0);
}

function candidates(): string[] {
  const homes = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith('JAVA_HOME') && value ? [value] : [],
  );
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
