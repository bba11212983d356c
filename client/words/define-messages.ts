/**
 * Messages: the texts of the page by key, in all its languages. A message is a text with the `{names}` of its
 * parameters, or one such text for each plural form, chosen by the parameter `count`. Numbers are formatted in
 * the language.
 */
import { language, localeOf } from './language.ts';
import type { Language } from './language.ts';

export interface Plural {
  readonly one: string;
  readonly other: string;
}
export type Template = string | Plural;
export type Catalogue = Readonly<Record<string, Template>>;

/** The messages of one area. English defines the keys and the parameters; the other languages have the same. */
export interface Messages<En extends Catalogue> {
  readonly en: En;
  readonly de: { readonly [Key in keyof En]: Template };
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
export type ParameterOf<T> = T extends string
  ? NamesIn<T>
  : T extends Plural
    ? 'count' | NamesIn<T['one']> | NamesIn<T['other']>
    : never;
type Parameters<T, Value> = { readonly [Name in ParameterOf<T>]: Name extends 'count' ? number : Value };
/** The arguments after a key: none if its message has no parameters. */
export type Given<T, Value = string | number> = [ParameterOf<T>] extends [never] ? [] : [given: Parameters<T, Value>];

/** The messages of one area. The English messages define the types of keys and parameters. */
export function defineMessages<const En extends Catalogue>(messages: Messages<En>): Messages<En> {
  return messages;
}

/** A message in the language of the page now. */
export function messageText<En extends Catalogue, Key extends keyof En & string>(
  messages: Messages<En>,
  key: Key,
  ...[given]: Given<En[Key]>
): string {
  return filled(messages, key, given, language.value()).join('');
}

/** A message that is not worded yet. What shows it words it, so that it follows the language of the page. */
export interface Message {
  readonly area: Messages<Catalogue>;
  readonly key: string;
  readonly given: Readonly<Record<string, string | number | Message>>;
}

/** A message as a value, with the keys and parameters of its area. A parameter may be a message itself. */
export function message<En extends Catalogue, Key extends keyof En & string>(
  messages: Messages<En>,
  key: Key,
  ...[given]: Given<En[Key], string | number | Message>
): Message {
  return { area: messages, key, given: given ?? {} };
}

/** The words of a message in the language of the page now. */
export function wordMessage({ area, key, given }: Message): string {
  const worded = Object.entries(given).map(
    ([name, value]) => [name, typeof value === 'object' ? wordMessage(value) : value] as const,
  );
  return filled(area, key, Object.fromEntries(worded)).join('');
}

type Filling = Readonly<Record<string, unknown>>;

/**
 * The pieces of a message in order: its own text and its parameters. Numbers become text. Right-to-left texts
 * are isolated, so that they do not change the direction of the text around them. Other values stay as they are.
 */
export function filled<En extends Catalogue>(
  messages: Messages<En>,
  key: keyof En & string,
  given: Filling = {},
  spoken: Language = language.value(),
): readonly unknown[] {
  const template = messages[spoken][key];
  const count = Number(given.count);
  const form = template === undefined || typeof template === 'string' ? template : template[pluralForm(count, spoken)];
  return (form ?? key)
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(\w+)\}$/u.exec(piece)?.[1];
      return name === undefined || !(name in given) ? piece : written(given[name], spoken);
    });
}

/** English and German have one form for 1 and one for everything else, zero and fractions included. */
function pluralForm(count: number, spoken: Language): keyof Plural {
  return pluralRules(spoken).select(count) === 'one' ? 'one' : 'other';
}

const rules = new Map<Language, Intl.PluralRules>();
function pluralRules(spoken: Language): Intl.PluralRules {
  const known = rules.get(spoken) ?? new Intl.PluralRules(spoken);
  rules.set(spoken, known);
  return known;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

function written(value: unknown, spoken: Language): unknown {
  if (typeof value === 'number') return new Intl.NumberFormat(localeOf(spoken)).format(value);
  return typeof value === 'string' ? isolated(value) : value;
}

/** A text that can be put into another one: a right-to-left text does not change the direction of the text around it. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
