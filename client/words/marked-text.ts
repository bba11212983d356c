/** Splits text into pieces at marks. Pure: components render the pieces as elements; the text never becomes markup. */

export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** [start, end) in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** Splits `text` at `spans`. They may be in any order and may overlap; parts outside of the text are cut off. */
export function markedPieces(text: string, spans: readonly Span[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [start, end] of mergedSpans(text.length, spans)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}

function mergedSpans(length: number, spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = [];
  const inside = spans
    .map(([start, end]): Span => [Math.max(0, start), Math.min(length, end)])
    .filter(([start, end]) => start < end)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [start, end] of inside) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The place of a quotation in a text, with the id of its statement. */
export interface PlacedQuotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a document; `quotations` are the ids of the statements that quote it, `[]` for none. */
export interface DocumentPiece {
  readonly text: string;
  readonly start: number;
  readonly quotations: readonly string[];
}

/** A document as paragraphs of pieces. Quotations may overlap; each piece has all that cover it. Only the line ends are removed from the text. */
export function documentParagraphs(
  text: string,
  quotations: readonly PlacedQuotation[],
): readonly (readonly DocumentPiece[])[] {
  const valid = quotations.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const sorted = valid.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    if (line.trim() === '') return [];
    const inLine = sorted.filter((quotation) => quotation.start < from + line.length && quotation.end > from);
    return [piecesOf({ line, from, quotations: inLine })];
  });
}

function piecesOf({
  line,
  from,
  quotations,
}: {
  line: string;
  from: number;
  quotations: readonly PlacedQuotation[];
}): readonly DocumentPiece[] {
  const to = from + line.length;
  const cuts = new Set([from, to]);
  for (const { start, end } of quotations) {
    cuts.add(Math.max(from, start));
    cuts.add(Math.min(to, end));
  }
  const ordered = [...cuts].toSorted((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? to;
    return {
      text: line.slice(start - from, end - from),
      start,
      quotations: quotations.filter((quotation) => quotation.start < end && quotation.end > start).map(({ id }) => id),
    };
  });
}
