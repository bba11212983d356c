/** The part of a long quotation that a search result shows. */
import type { Span } from './match-text.ts';

const MOST_LETTERS = 300;
const BEFORE_HIT = 80;

/**
 * Cuts a text around its first hit, at spaces where there are some, with an ellipsis for what was left out.
 *
 * @returns The excerpt, and the hits that lie in it, as spans of the excerpt.
 */
export function excerptOf(text: string, hits: readonly Span[]): { text: string; hits: Span[] } {
  if (text.length <= MOST_LETTERS) return { text, hits: [...hits] };
  const first = hits[0]?.[0] ?? 0;
  const from = first <= BEFORE_HIT ? 0 : afterSpace(text, first - BEFORE_HIT, first);
  const to = beforeSpace(text, Math.min(text.length, from + MOST_LETTERS), Math.max(from, hits[0]?.[1] ?? 0));
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = head.length - from;
  const inside = hits.filter(([start, end]) => start >= from && end <= to);
  return {
    text: `${head}${text.slice(from, to)}${tail}`,
    hits: inside.map(([start, end]): Span => [start + shift, end + shift]),
  };
}

function afterSpace(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < latest ? space + 1 : wholeLetter(text, from);
}

function beforeSpace(text: string, to: number, earliest: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space > earliest ? space : wholeLetter(text, Math.max(to, earliest));
}

/** Not between the halves of a surrogate pair. */
function wholeLetter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
