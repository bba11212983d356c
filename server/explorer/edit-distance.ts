/** How many slips of the keyboard lie between two words. */

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment: no letter moves twice):
 * insertions, deletions, substitutions and transpositions of neighbours (Damerau 1964).
 *
 * @param most Beyond this the exact number does not matter.
 * @returns The distance, or undefined when it is more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(cellOf({ a, b, i, j }, { before, row, next }));
    if (Math.min(...next) > most) return undefined;
    [before, row] = [row, next];
  }
  const distance = row[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}

function cellOf(
  { a, b, i, j }: { a: string; b: string; i: number; j: number },
  { before, row, next }: { before: readonly number[]; row: readonly number[]; next: readonly number[] },
): number {
  const isSame = a[i - 1] === b[j - 1];
  const plain = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
  const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return isSwapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain;
}
