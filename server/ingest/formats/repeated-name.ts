/** Finds names that occur twice in one object. JSON.parse keeps the last value and ignores the others. */

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/**
 * The first name that occurs twice in one object of a JSON text.
 *
 * @param text Valid JSON.
 * @param value The parsed text, nested no deeper than a record.
 * @returns The path of the field, such as `quotation.exact`; undefined when every name occurs once.
 */
export function repeatedName(text: string, value: unknown): string | undefined {
  // Nearly every row ends here: the number of names equals the number of members, so the row is not scanned again.
  return namesAtMost(text) === members(value) ? undefined : firstRepeated(text);
}

/** The number of colons after a quote. It is at least the number of names; it is more only where a string contains both. */
function namesAtMost(text: string): number {
  let names = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (isSpace(text.charCodeAt(before))) before -= 1;
    if (text.charCodeAt(before) === QUOTE) names += 1;
  }
  return names;
}

function members(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Object.values(value) as unknown[];
  let count = Array.isArray(value) ? 0 : parts.length;
  for (const part of parts) count += members(part);
  return count;
}

interface Level {
  readonly names: Set<string>;
  /** The name whose value is being scanned. */
  current: string;
}

function firstRepeated(text: string): string | undefined {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (OPENING.has(code)) levels.push({ names: new Set(), current: '' });
    else if (CLOSING.has(code)) levels.pop();
    if (code !== QUOTE) continue;
    const end = endOfText(text, at);
    const level = levels.at(-1);
    if (level !== undefined && isName(text, end)) {
      level.current = JSON.parse(text.slice(at, end)) as string;
      if (level.names.has(level.current))
        return levels
          .map(({ current }) => current)
          .filter((name) => name !== '')
          .join('.');
      level.names.add(level.current);
    }
    at = end - 1;
  }
  return undefined;
}

/** The position after the closing quote of the string that starts at `from`. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  let after = end;
  while (isSpace(text.charCodeAt(after))) after += 1;
  return text.charCodeAt(after) === COLON;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
