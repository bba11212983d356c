import { markedPieces } from '../words/marked-text.ts';
import type { Span } from '../words/marked-text.ts';

/** Text with marked spans. The text is never parsed as HTML: the marks are elements created here. */
export function MarkedText({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  return markedPieces(text, spans).map((piece, index) =>
    piece.isMarked ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
