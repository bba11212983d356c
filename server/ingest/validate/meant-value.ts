/** Guesses which of the allowed words was meant. The guess is only a question in a message; no value is changed. */

/** Other words for a stance, by their beginnings. Longer beginnings come first where one is part of another. */
const BEGINNINGS: readonly (readonly [string, readonly string[]])[] = [
  [
    'neutral',
    [
      'no comment',
      'no position',
      'no indication',
      'mixed',
      'unclear',
      'abst',
      'undecid',
      'neither',
      'unknown',
      'enthalt',
    ],
  ],
  [
    'denies',
    [
      'dement',
      'disput',
      'disagree',
      'reject',
      'refut',
      'contradict',
      'contra',
      'oppos',
      'gainsay',
      'against',
      'false',
      'no',
      'bestreit',
      'verneint',
      'widerspr',
      'ablehn',
      'nein',
    ],
  ],
  [
    'asserts',
    [
      'assert',
      'claim',
      'affirm',
      'confirm',
      'stat',
      'agree',
      'support',
      'maintain',
      'says',
      'said',
      'say',
      'pro',
      'for',
      'true',
      'yes',
      'accept',
      'behaupt',
      'bejaht',
      'bestätig',
      'ja',
    ],
  ],
  ['neutral', ['neutr']],
  ['organisation', ['orga', 'compan', 'firm', 'part', 'union', 'ngo', 'institut', 'agenc']],
  ['person', ['pers', 'human', 'individual', 'people', 'man', 'woman']],
  ['state', ['countr', 'nation', 'govern', 'staat']],
  ['media', ['medi', 'press', 'news', 'broadcast']],
  ['group', ['grou', 'communit', 'coalition']],
  ['hedged', ['hedg', 'may', 'maybe', 'might', 'could', 'possib', 'believ', 'alleged']],
  ['reported', ['report', 'hearsay', 'second']],
  ['stated', ['stat', 'said', 'direct', 'plain']],
];
/** How many of its first letters identify an allowed word. */
const SAME_LETTERS = 3;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['+', 'asserts'],
  ['1', 'asserts'],
  ['-1', 'denies'],
  ['0', 'neutral'],
]);

/** @returns `Did you mean denies? `, or an empty text when nothing is near. */
export function meantValue(values: readonly unknown[], value: unknown): string {
  const words = values.filter((one) => typeof one === 'string');
  const meant = typeof value === 'string' || typeof value === 'number' ? wordFor(words, String(value)) : undefined;
  return meant === undefined ? '' : `Did you mean ${meant}? `;
}

function wordFor(words: readonly string[], value: string): string | undefined {
  const text = value.slice(0, 100).trim().toLowerCase();
  const sign = SIGNS.get(text);
  if (sign !== undefined) return words.includes(sign) ? sign : undefined;
  if (text.length < 2) return undefined;
  const near = words.find((word) => word.slice(0, SAME_LETTERS) === text.slice(0, SAME_LETTERS) || isSlip(word, text));
  if (near !== undefined) return near;
  return BEGINNINGS.find(
    ([word, beginnings]) =>
      words.includes(word) &&
      beginnings.some((one) => (one.length > 3 ? text.startsWith(one) : text === one || text.startsWith(`${one} `))),
  )?.[0];
}

/** Whether one letter is missing, added, another, or two neighbours are exchanged. */
function isSlip(word: string, text: string): boolean {
  if (Math.abs(word.length - text.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === text[start]) start += 1;
  const [left, right] = [word.slice(start), text.slice(start)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
