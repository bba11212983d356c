/** The number of typing errors between two words. */

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment: no character moves twice):
 * insertions, deletions, substitutions and transpositions of neighbours (Damerau 1964).
 *
 * @param max Beyond this, the exact number does not matter.
 * @returns The distance, or undefined when it is more than `max`.
 */
export function editDistance(a: string, b: string, max: number): number | undefined {
  if (Math.abs(a.length - b.length) > max) return undefined;
  let [before, row, next] = rowsOf(b.length + 1);
  for (let at = 0; at <= b.length; at++) row[at] = at;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow({ a, b, i, max }, { before, row, next }) > max) return undefined;
    [before, row, next] = [row, next, before];
  }
  const distance = row[b.length] ?? 0;
  return distance <= max ? distance : undefined;
}

/** The rows are used again: a search compares millions of words, and no comparison outlasts its call. */
let rows: readonly [Uint16Array, Uint16Array, Uint16Array] = [
  new Uint16Array(64),
  new Uint16Array(64),
  new Uint16Array(64),
];

function rowsOf(length: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  if (rows[0].length < length) rows = [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
  return rows;
}

/**
 * Fills `next` from the two rows above it and returns its minimum. Searches spend their time here: the loop allocates
 * nothing, and leaves out cells so far from the diagonal that they are more than `max`.
 */
function fillRow(
  { a, b, i, max }: { readonly a: string; readonly b: string; readonly i: number; readonly max: number },
  { before, row, next }: { readonly before: Uint16Array; readonly row: Uint16Array; readonly next: Uint16Array },
): number {
  const first = Math.max(1, i - max);
  const last = Math.min(b.length, i + max);
  const beyond = max + 1;
  let left = first === 1 ? i : beyond;
  let minimum = left;
  next[first - 1] = left;
  if (last < b.length) next[last + 1] = beyond;
  for (let j = first; j <= last; j++) {
    const isSame = a[i - 1] === b[j - 1];
    let cell = Math.min((row[j] ?? 0) + 1, left + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
    const isSwapped = !isSame && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (isSwapped) cell = Math.min(cell, (before[j - 2] ?? 0) + 1);
    next[j] = left = cell;
    if (cell < minimum) minimum = cell;
  }
  return minimum;
}
