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
  let [before, row, next] = [
    new Array<number>(b.length + 1).fill(0),
    Array.from({ length: b.length + 1 }, (_, at) => at),
    new Array<number>(b.length + 1).fill(0),
  ];
  for (let i = 1; i <= a.length; i++) {
    if (fillRow({ a, b, i }, { before, row, next }) > max) return undefined;
    [before, row, next] = [row, next, before];
  }
  const distance = row[b.length] ?? 0;
  return distance <= max ? distance : undefined;
}

/** Fills `next` from the two rows above it and returns its minimum. Searches spend their time here: the loop allocates nothing. */
function fillRow(
  { a, b, i }: { readonly a: string; readonly b: string; readonly i: number },
  {
    before,
    row,
    next,
  }: { readonly before: readonly number[]; readonly row: readonly number[]; readonly next: number[] },
): number {
  let [left, minimum] = [i, i];
  next[0] = i;
  for (let j = 1; j <= b.length; j++) {
    const isSame = a[i - 1] === b[j - 1];
    let cell = Math.min((row[j] ?? 0) + 1, left + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
    const isSwapped = !isSame && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (isSwapped) cell = Math.min(cell, (before[j - 2] ?? 0) + 1);
    next[j] = left = cell;
    if (cell < minimum) minimum = cell;
  }
  return minimum;
}
