import { markedPieces } from '../words/marked-text.ts';
import type { Span } from '../words/marked-text.ts';

/** Text with some of it marked. The text is only ever text: marks are elements made here, from spans. */
export function MarkedText({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  return markedPieces(text, spans).map((piece, index) =>
    piece.isMarked ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
