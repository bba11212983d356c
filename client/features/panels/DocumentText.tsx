import { useEffect, useMemo, useRef } from 'react';
import type { StatementView } from '../../../server/contract/explorer.ts';
import { documentParagraphs } from '../../words/marked-text.ts';
import type { DocumentPiece } from '../../words/marked-text.ts';

interface DocumentTextProps {
  readonly text: string;
  readonly language: string | undefined;
  /** With located quotations only. */
  readonly statements: readonly StatementView[];
  /** The statement of the current quotation. */
  readonly current: string | undefined;
  readonly onChoose: (statement: string) => void;
}

/** The text of a document with every quotation marked. The current one has a line at the margin and is scrolled into view. */
export function DocumentText({ text, language, statements, current, onChoose }: DocumentTextProps) {
  const body = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(
    () =>
      documentParagraphs(
        text,
        statements.flatMap(({ id, quotation }) =>
          quotation?.start === undefined || quotation.end === undefined
            ? []
            : [{ id, start: quotation.start, end: quotation.end }],
        ),
      ),
    [text, statements],
  );
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    element.querySelector('mark.is-current')?.scrollIntoView({ block: 'center' });
    const place = () => placeMarginLine(element);
    const observer = new ResizeObserver(place);
    observer.observe(element);
    place();
    return () => observer.disconnect();
  }, [current, paragraphs]);
  return (
    <div ref={body} className="document-text" lang={language} translate="no">
      <span className="margin-line" aria-hidden="true" />
      {paragraphs.map((pieces) => (
        <p key={pieces[0]?.start} dir="auto">
          {pieces.map((piece) => (
            <Piece key={piece.start} piece={piece} current={current} onChoose={onChoose} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Piece({
  piece,
  current,
  onChoose,
}: {
  readonly piece: DocumentPiece;
  readonly current: string | undefined;
  readonly onChoose: (statement: string) => void;
}) {
  const [first] = piece.quotations;
  if (first === undefined) return piece.text;
  const isCurrent = current !== undefined && piece.quotations.includes(current);
  // Repeated clicks go through quotations that contain each other.
  const next = isCurrent ? piece.quotations[(piece.quotations.indexOf(current) + 1) % piece.quotations.length] : first;
  return (
    <mark
      className={isCurrent ? 'is-current' : ''}
      aria-current={isCurrent || undefined}
      onClick={() => onChoose(next ?? first)}
    >
      {piece.text}
    </mark>
  );
}

/** Places the line at the margin beside all lines of the current quotation. */
function placeMarginLine(body: HTMLElement): void {
  const line = body.querySelector<HTMLElement>('.margin-line');
  const marks = [...body.querySelectorAll('mark.is-current')].map((mark) => mark.getBoundingClientRect());
  if (line === null) return;
  line.hidden = marks.length === 0;
  if (marks.length === 0) return;
  const { top } = body.getBoundingClientRect();
  const from = Math.min(...marks.map((mark) => mark.top));
  const to = Math.max(...marks.map((mark) => mark.bottom));
  line.style.top = `${from - top}px`;
  line.style.height = `${to - from}px`;
}
