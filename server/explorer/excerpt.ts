/** The part of a long quotation that a search result shows. */
import type { Span } from './match-text.ts';

const MAX_CHARACTERS = 300;
const BEFORE_HIT = 80;

/**
 * Cuts a text around its first hit, if possible at spaces, with an ellipsis where text was left out.
 *
 * @returns The excerpt, and the hits that lie in it, as spans of the excerpt.
 */
export function excerptOf(text: string, hits: readonly Span[]): { text: string; hits: Span[] } {
  if (text.length <= MAX_CHARACTERS) return { text, hits: [...hits] };
  const first = hits[0]?.[0] ?? 0;
  const from = first <= BEFORE_HIT ? 0 : afterSpace(text, first - BEFORE_HIT, first);
  const to = beforeSpace(text, Math.min(text.length, from + MAX_CHARACTERS), Math.max(from, hits[0]?.[1] ?? 0));
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
  return space >= 0 && space < latest ? space + 1 : wholeCharacter(text, from);
}

function beforeSpace(text: string, to: number, earliest: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space > earliest ? space : wholeCharacter(text, Math.max(to, earliest));
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
