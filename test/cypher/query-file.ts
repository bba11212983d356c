/** Reads a file under cypher/: its header (purpose, parameters, columns) and what its statement uses and returns. */

export interface Field {
  readonly name: string;
  /** Such as `LIST<STRING> or null`. */
  readonly type: string;
}

export interface QueryFile {
  /** Path under cypher/ without the ending, such as `read/state`. */
  readonly name: string;
  readonly purpose: string;
  readonly parameters: readonly Field[];
  readonly columns: readonly Field[];
  /** The statement without comments. */
  readonly statement: string;
  /** The statement without comments, each string and quoted name of it emptied. */
  readonly code: string;
}

/** A header is not in the form that CONTRIBUTING.md describes. */
export class HeaderError extends Error {
  readonly code = 'cypher-header';
  constructor(name: string, fault: string) {
    super(`cypher/${name}.cypher: ${fault}`);
    this.name = 'HeaderError';
  }
}

/**
 * @param name Path under cypher/ without the ending.
 * @throws HeaderError if the header is not in its form.
 */
export function parseQueryFile(name: string, text: string): QueryFile {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const header = lines.slice(0, end === -1 ? undefined : end).map((line) => line.slice(2));
  const parametersAt = header.findIndex((line) => line.startsWith(' Parameters: '));
  const columnsAt = header.findIndex((line) => line.startsWith(' Columns: '));
  if (parametersAt === -1) throw new HeaderError(name, 'the header has no line "// Parameters: ".');
  if (columnsAt < parametersAt)
    throw new HeaderError(name, 'the header has no line "// Columns: " after the parameters.');
  const purpose = header.slice(0, parametersAt).map((line) => line.trim());
  if (!/^[A-Z].*\.$/.test(purpose.join(' ')))
    throw new HeaderError(name, 'the header does not begin with its purpose, a sentence.');
  const rest = lines.slice(header.length).join('\n');
  return {
    name,
    purpose: purpose.join(' '),
    parameters: parseFields(name, header.slice(parametersAt, columnsAt)),
    columns: parseFields(name, header.slice(columnsAt)),
    statement: cleaned(rest, 'comments').trim(),
    code: cleaned(rest, 'comments and strings').trim(),
  };
}

const TYPE = /^(STRING|INTEGER|BOOLEAN|MAP( \{\w+(, \w+)*\})?|MAP<STRING, .+>|LIST<.+>)$/;

/** `name TYPE`, `name TYPE or null`, each with a note in parentheses if need be. */
const FIELD = /^(?<name>\w+) (?<type>[A-Z][^()]*?)(?<nullable> or null)?(?: \((?<note>[^()]+)\))?$/;

function parseFields(name: string, lines: readonly string[]): readonly Field[] {
  const [first = '', ...others] = lines;
  const odd = others.find((line) => !/^ {3}\S/.test(line));
  if (odd !== undefined)
    throw new HeaderError(name, `"//${odd}" does not continue the line before it by three spaces.`);
  const text = [first.slice(first.indexOf(':') + 1), ...others].map((line) => line.trim()).join(' ');
  if (text === 'none') return [];
  return splitAtCommas(text, { open: '([{<', close: ')]}>' }).map((part) => {
    const { name: field, type, nullable = '' } = FIELD.exec(part)?.groups ?? {};
    if (field === undefined || type === undefined || !isType(type))
      throw new HeaderError(name, `"${part}" is not of the form "name TYPE [or null] [(note)]".`);
    return { name: field, type: `${type}${nullable}` };
  });
}

function isType(type: string): boolean {
  const inner = /^(?:LIST<|MAP<STRING, )(?<inner>.+)>$/.exec(type)?.groups?.['inner'];
  return TYPE.test(type) && (inner === undefined || isType(inner));
}

/** The names of the parameters that a query's statement uses. */
export function usedParameters({ code }: Pick<QueryFile, 'code'>): ReadonlySet<string> {
  return new Set([...code.matchAll(/\$(\w+)/g)].map(([, name = '']) => name));
}

/** What a query returns at its end: the items as written, and the text after them (ORDER BY, LIMIT). */
export interface Returned {
  readonly items: readonly { readonly name: string; readonly expression: string }[];
  readonly tail: string;
}

/** `undefined` for a statement without RETURN at its end. */
export function returned({ code }: Pick<QueryFile, 'code'>): Returned | undefined {
  const at = topLevelIndex(code, /\bRETURN\b/gi);
  if (at === undefined) return undefined;
  const body = code.slice(at).replace(/^RETURN\s+(DISTINCT\s+)?/i, '');
  const end = body.search(/\b(ORDER BY|SKIP|LIMIT)\b/i);
  const items = splitAtCommas(end === -1 ? body : body.slice(0, end), { open: '([{', close: ')]}' });
  return {
    items: items.map((item) => {
      const [, expression = item, name = item] = /^(.+?)\s+AS\s+(\w+)$/is.exec(item) ?? [];
      return { name, expression };
    }),
    tail: end === -1 ? '' : body.slice(end),
  };
}

/** Where the last match outside of brackets begins: a subquery's RETURN is inside of braces. */
function topLevelIndex(code: string, pattern: RegExp): number | undefined {
  let last: number | undefined;
  for (const { index } of code.matchAll(pattern)) {
    const before = code.slice(0, index);
    if (count(before, /[{([]/g) === count(before, /[})\]]/g)) last = index;
  }
  return last;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function splitAtCommas(text: string, { open, close }: { readonly open: string; readonly close: string }): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (open.includes(character)) depth += 1;
    if (close.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const TOKEN = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*.*?\*\//gs;

function cleaned(text: string, what: 'comments' | 'comments and strings'): string {
  return text.replaceAll(TOKEN, (token) => {
    if (token.startsWith('//') || token.startsWith('/*')) return ' ';
    return what === 'comments' ? token : token.slice(0, 1) + token.slice(-1);
  });
}
