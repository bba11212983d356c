/** The registry of named Cypher texts: every file under cypher/, loaded once. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder cypher/ of the package, both from the sources and from dist/. */
export const CYPHER_FOLDER = findCypherFolder();

function findCypherFolder(): URL {
  for (const candidate of ['../../cypher/', '../../../cypher/']) {
    const url = new URL(candidate, import.meta.url);
    try {
      readdirSync(url);
      return url;
    } catch {
      continue;
    }
  }
  throw new Error(`The folder cypher/ is missing near ${fileURLToPath(import.meta.url)}.`);
}

const texts = new Map<string, string>();

/**
 * The Cypher of `cypher/<name>.cypher`, without its comment lines.
 *
 * @param name Path without the ending, such as `read/state`.
 * @throws Error if there is no such file.
 */
export function cypher(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = withoutComments(readFileSync(new URL(`${name}.cypher`, CYPHER_FOLDER), 'utf8'));
  texts.set(name, text);
  return text;
}

/** The statements of a schema folder (`schema/neo4j`), in the order of the files' numbers; `;` ends one. */
export function schemaStatements(dialect: 'neo4j' | 'embedded'): readonly string[] {
  const folder = new URL(`schema/${dialect}/`, CYPHER_FOLDER);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .toSorted()
    .flatMap((file) => withoutComments(readFileSync(new URL(file, folder), 'utf8')).split(';'))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .trim();
}
