/** Breaks labels into lines: Cytoscape has no limit of lines and does not cut long words. */
import { WIDE_CHARACTER } from './node-geometry.ts';

export interface WrapOptions {
  readonly maxWidth: number;
  readonly maxLines: number;
  /** Width of a text in the label's font, in the unit of `maxWidth`. */
  readonly measure: (text: string) => number;
}

/** Splits a text where a line may break; white space stays at the end of its piece. */
function pieces(text: string): string[] {
  const words = text
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/(?<=[\s\u2010\u2013\u2014/])/u);
  // A line may break between any two wide characters, but not before closing punctuation.
  return words.flatMap((word) =>
    WIDE_CHARACTER.test(word) && !/[\uac00-\ud7a3]/u.test(word)
      ? (word.match(/[\s\S][\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u300d\u300f\uff09)\]\s]*/gu) ?? [word])
      : [word],
  );
}

/** Returns the longest prefix of `text` that fits together with `tail`, at least one character. */
function fitting(text: string, tail: string, options: WrapOptions): string {
  const characters = [...new Intl.Segmenter().segment(text)].map((part) => part.segment);
  let [low, high] = [1, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (options.measure(characters.slice(0, middle).join('').trimEnd() + tail) <= options.maxWidth) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}

/** Shortens a text to one line with an ellipsis, at the end of a word unless the line would then be half empty. */
function shortened(text: string, options: WrapOptions): string {
  const head = fitting(text, '…', options);
  const space = head.lastIndexOf(' ');
  const isInWord = head.length < text.length && text[head.length] !== ' ';
  const whole = isInWord && space > head.length * 0.6 ? head.slice(0, space) : head;
  return `${whole.replace(/[\s,;:]+$/u, '')}…`;
}

const LEFT_TO_RIGHT_FIRST = /^[^\p{L}]*(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * Joins the lines of a label. The canvas draws each line separately and from left to right, so lines of a right-to-left
 * text are isolated; otherwise their full stops and brackets would be at the wrong end.
 */
export function labelOf(text: string, lines: readonly string[]): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(text) && !LEFT_TO_RIGHT_FIRST.test(text);
  return (isRightToLeft ? lines.map((line) => `\u2067${line}\u2069`) : lines).join('\n');
}

/** Breaks a text into lines of at most `maxWidth`. Longer words are cut; text beyond the last line is replaced by an ellipsis. */
export function wrapLines(text: string, options: WrapOptions): string[] {
  const lines: string[] = [];
  let line = '';
  const queue = pieces(text).reverse();
  while (queue.length > 0) {
    const piece = queue.pop() ?? '';
    if (options.measure((line + piece).trimEnd()) <= options.maxWidth) {
      line += piece;
      continue;
    }
    if (lines.length === options.maxLines - 1) {
      lines.push(shortened(line + piece + queue.reverse().join(''), options));
      return lines;
    }
    if (line !== '') {
      lines.push(line.trimEnd());
      line = '';
      queue.push(piece);
      continue;
    }
    const hyphen = WIDE_CHARACTER.test(piece) ? '' : '-';
    const head = fitting(piece, hyphen, options);
    lines.push(head.trimEnd() + (head.length < piece.length ? hyphen : ''));
    if (head.length < piece.length) queue.push(piece.slice(head.length));
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}
