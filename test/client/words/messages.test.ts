/** The catalogue of messages: both languages have the same messages, and messages become text. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../../client/api/api-problem.ts';
import { STEP_KINDS } from '../../../client/state/step-names.ts';
import { dateText } from '../../../client/words/dates.ts';
import { defineMessages, messageText } from '../../../client/words/define-messages.ts';
import type { Catalogue, Messages, Template } from '../../../client/words/define-messages.ts';
import { language, languageOf, localeOf } from '../../../client/words/language.ts';
import { ACTION_WORDS } from '../../../client/words/messages/actions.ts';
import { HISTORY } from '../../../client/words/messages/history.ts';
import { edgeText, nodeSummary } from '../../../client/words/names.ts';
import { listText, numberText, percentText } from '../../../client/words/numbers.ts';
import { problemText } from '../../../client/words/problem-text.ts';
import { actor, claim, nodeMap, position } from '../support.ts';

beforeAll(() => void vi.stubGlobal('navigator', { languages: ['en-GB'] }));
afterEach(() => language.set('en'));

const folder = new URL('../../../client/words/messages/', import.meta.url);
const areas: readonly (readonly [name: string, messages: Messages<Catalogue>])[] = (
  await Promise.all(
    readdirSync(folder).map(async (file) => {
      const module = (await import(new URL(file, folder).href)) as Record<string, Messages<Catalogue>>;
      return Object.entries(module).map(([name, messages]) => [`${file} ${name}`, messages] as const);
    }),
  )
).flat();

const forms = (template: Template): readonly string[] =>
  typeof template === 'string' ? [template] : [template.one, template.other];
const parametersOf = (template: Template) =>
  [...new Set(forms(template).flatMap((text) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)))].toSorted();

describe('the catalogue', () => {
  it('has areas', () => {
    expect(areas.length).toBeGreaterThan(20);
  });

  it.each(areas)('says the same things in both languages: %s', (_area, { en, de }) => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, template] of Object.entries(en)) {
      const german = de[key];
      expect(german, key).toBeDefined();
      if (german === undefined) continue;
      expect({ key, parameters: parametersOf(german) }).toEqual({ key, parameters: parametersOf(template) });
      for (const text of [...forms(template), ...forms(german)]) expect(text.trim(), key).not.toBe('');
    }
  });

  it.each(areas)('gives plurals wherever they are given in English: %s', (_area, { en, de }) => {
    const plural = (messages: Catalogue) =>
      Object.entries(messages)
        .filter(([, template]) => typeof template !== 'string')
        .map(([key]) => key)
        .toSorted();
    expect(plural(de)).toEqual(plural(en));
  });

  it.each(areas)('raises no voice, and writes quotation marks as each language does: %s', (_area, { en, de }) => {
    for (const text of Object.values(en).flatMap(forms)) expect(text).not.toMatch(/!|"|'|„/u);
    for (const text of Object.values(de).flatMap(forms)) expect(text).not.toMatch(/!|"|'|”/u);
  });

  /** Equal texts of other operations: the undo of an import and of a deletion is no step of the history. */
  const otherMeanings = ['import.ts IMPORTS undo', 'views.ts VIEWS undoDelete'];

  it('words each action once', () => {
    const labels = new Set<Template>(Object.values(ACTION_WORDS.en));
    const again = areas
      .filter(([name]) => name !== 'actions.ts ACTION_WORDS')
      .flatMap(([name, { en }]) =>
        Object.entries(en).flatMap(([key, text]) => (labels.has(text) ? [`${name} ${key}`] : [])),
      );
    expect(again.toSorted()).toEqual(otherMeanings);
  });

  it('has words for every step of the history', () => {
    expect(STEP_KINDS.length).toBeGreaterThan(10);
    expect(STEP_KINDS.filter((kind) => !(kind in HISTORY.en))).toEqual([]);
  });
});

const TEST = defineMessages({
  en: {
    found: { one: '{count} result for {text}', other: '{count} results for {text}' },
    plain: 'Nothing',
    half: '{a} of {b}',
  },
  de: {
    found: { one: '{count} Treffer für {text}', other: '{count} Treffer für {text}' },
    plain: 'Nichts',
    half: '{b}, davon {a}',
  },
});

describe('a message', () => {
  it('takes the plural form of its language and groups its numbers', () => {
    expect(messageText(TEST, 'found', { count: 1, text: 'x' })).toBe('1 result for x');
    expect(messageText(TEST, 'found', { count: 0, text: 'x' })).toBe('0 results for x');
    expect(messageText(TEST, 'found', { count: 12345, text: 'x' })).toBe('12,345 results for x');
    language.set('de');
    expect(messageText(TEST, 'found', { count: 12345, text: 'x' })).toBe('12.345 Treffer für x');
  });

  it('puts its parameters where the language has them', () => {
    expect(messageText(TEST, 'half', { a: 1, b: 2 })).toBe('1 of 2');
    language.set('de');
    expect(messageText(TEST, 'half', { a: 1, b: 2 })).toBe('2, davon 1');
  });

  it('leaves data that looks like a parameter alone', () => {
    expect(messageText(TEST, 'half', { a: '{b}', b: '{a}' })).toBe('{b} of {a}');
  });

  it('isolates what runs from right to left', () => {
    expect(messageText(TEST, 'half', { a: 'الخارجية', b: 'x' })).toBe('\u2068الخارجية\u2069 of x');
  });
});

describe('the language of the page', () => {
  it('is the first of the user’s that the page speaks, else English', () => {
    expect(languageOf(['ko-KR', 'de-AT', 'en'])).toBe('de');
    expect(languageOf(['en-US', 'de'])).toBe('en');
    expect(languageOf(['ko-KR'])).toBe('en');
    expect(languageOf([])).toBe('en');
  });

  it('writes in the user’s region of that language', () => {
    expect(localeOf('de', ['en-US', 'de-AT'])).toBe('de-AT');
    expect(localeOf('de', ['ko'])).toBe('de-DE');
  });

  it('is kept to by dates, numbers, lists and sentences', () => {
    language.set('de');
    expect(dateText('2022-09')).toBe('September 2022');
    expect(dateText('2022-03-01')).toBe('1. März 2022');
    expect(numberText(12345)).toBe('12.345');
    expect(percentText(0.5)).toBe('50\u00a0%');
    expect(listText(['A', 'B', 'C'])).toBe('A, B und C');
    const nodes = nodeMap(actor('kp', { name: 'Nordkorea' }), claim('c', { text: 'Es gibt ein Geschäft' }));
    expect(edgeText(position('kp', 'denies', 'c', { statements: 2 }), nodes)).toBe(
      'Nordkorea bestreitet: Es gibt ein Geschäft (2 Aussagen)',
    );
    expect(nodeSummary(claim('c', { asserters: 1, deniers: 2 }))).toBe(
      'Behauptung, umstritten, behauptet von 1, bestritten von 2',
    );
  });
});

describe('problems', () => {
  const problem = (code: string, requestId?: string) =>
    new ApiProblem({ code, message: 'The server’s own words.', status: 503, requestId });

  it('are told in the server’s words in English, and by their code in German', () => {
    expect(problemText(problem('engine-unavailable'))).toBe('The server’s own words.');
    language.set('de');
    expect(problemText(problem('engine-unavailable'))).toBe('Die Datenbank ist nicht erreichbar.');
    expect(problemText(problem('internal', 'r-1'))).toBe(
      'Im Server ist etwas schiefgegangen. Näheres steht in seinem Protokoll unter r-1.',
    );
    expect(problemText(problem('of-tomorrow'))).toBe('The server’s own words.');
  });
});
