/** Says what is wrong with a text that should be a date. */

const MAX_LENGTH = 60;
const WRITE = 'Write a year, a month or a day: 2022, 2022-09 or 2022-09-22';

/** `44 BC`, `44 BCE`, `44 v. Chr.`, and the year 0 and negative years of ISO 8601 and EDTF. */
const BCE = /^[-−]\s*\d|^Y-|^0000(?!\d)|\bb\.?\s?c\.?(?:\s?e\.?)?(?![a-z])|\bv\.?\s?(?:chr|u\.?\s?z)\b/i;
/** `2020/2022`, `2020-2022`, `2020..`, `/2022`, `from 2020 to 2022`. `2020/09/22` is a day, written with slashes. */
const RANGE =
  /\.\.|^\/|\/$|\d{4}[~?%]?\s*[/–—]\s*-?\d{4}|-\d{2}[~?%]?\s*\/\s*-?\d{4}|\d{4}\s*-\s*\d{4}|\d\s+(?:to|until|till|bis|-|–|—)\s+|\b(?:between|from|since|until|before|after|zwischen|seit|bis|vor|nach)\b|^[<>]/i;
/** The marks `~ ? %` and the digits `X` of EDTF, words, and decades such as `1990s`. */
const APPROXIMATE =
  /[~?%≈±]|\d[xXuU*]+(?![a-z])|(?:^|-)[xX]{2,}|\b(?:c|ca|circa|approx\w*|about|around|early|mid|late|um|etwa|ungefähr)\b|\d0['’]?s\b|\d0er\b/i;
/** A valid day followed by the time of day. */
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T\s]\d{1,2}(?::?\d{2}){0,2}/;
const MONTH_OR_DAY = /^\d{4}-\d{1,2}(?:-\d{1,2})?$/;

/** @returns What a text that is not a partial date is instead, and what to write. The text itself is not repeated. */
export function dateProblem(text: string): string {
  // A date is short. The limit bounds the time that the patterns below can take.
  const date = text.trim().slice(0, MAX_LENGTH);
  const time = WITH_TIME.exec(date);
  if (time !== null) return `A date has no time of day: write ${time[1]}.`;
  if (BCE.test(date)) {
    return 'BCE dates are not supported. Leave the date empty, and write it in the note.';
  }
  if (RANGE.test(date)) {
    return 'This is a range, and a range is not supported. Write the first day, month or year, or the period that contains all of it, such as 2022-09; write the rest in the note.';
  }
  if (APPROXIMATE.test(date)) {
    return 'This is an approximate date, and an approximate date is not supported. Write what is certain, such as the year, or leave the date empty; write the rest in the note.';
  }
  if (/^\d{4}-(?:2[1-9]|3\d|4[01])$/.test(date)) {
    return 'This is a season, and a season is not supported. Write the year, and the season in the note.';
  }
  if (/^(?:Y|\+)?\d{5,}$/i.test(date) && !/^\d{8}$/.test(date)) {
    return 'Years after 9999 are not supported. Leave the date empty, and write it in the note.';
  }
  if (/^\d{1,3}(?:-\d{2}){0,2}$/.test(date)) {
    const [year = '', ...rest] = date.split('-');
    return `A year has four digits: write ${[year.padStart(4, '0'), ...rest].join('-')} for the year ${Number(year)}.`;
  }
  if (MONTH_OR_DAY.test(date)) return `There is no such month or day, or it has not two digits. ${WRITE}.`;
  return `Not a date. ${WRITE}.`;
}
