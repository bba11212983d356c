/** Shortening that keeps whole words. */

/** At most the last `most` letters of `text`, from the start of a word on, with … for what is left out. */
export function lastWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.slice(-most);
  const space = end.search(/\s/u);
  return `…${space < 0 ? end : end.slice(space)}`;
}

/** At most the first `most` letters of `text`, to the end of a word, with … for what is left out. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most);
  const rest = start.replace(/\S+$/u, '');
  return `${(rest.trim() === '' ? start : rest).trimEnd()} …`;
}
