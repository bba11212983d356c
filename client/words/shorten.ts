/** Shortening that keeps whole words. */

/** At most the last `max` characters of `text`, from the start of a word on, with … for what is left out. */
export function lastWords(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = text.slice(-max);
  const space = end.search(/\s/u);
  return `…${space < 0 ? end : end.slice(space)}`;
}

/** At most the first `max` characters of `text`, to the end of a word, with … for what is left out. */
export function firstWords(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = text.slice(0, max);
  const rest = start.replace(/\S+$/u, '');
  return `${(rest.trim() === '' ? start : rest).trimEnd()} …`;
}
