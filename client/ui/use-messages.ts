import { createElement, Fragment, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { filled } from '../words/define-messages.ts';
import type { Catalogue, Given, Messages, ParameterOf } from '../words/define-messages.ts';
import { language } from '../words/language.ts';
import type { Language } from '../words/language.ts';

export interface Translator<En extends Catalogue> {
  /** A message as text. */
  <Key extends keyof En & string>(key: Key, ...given: Given<En[Key]>): string;
  /** A message with elements as arguments, such as links or names. */
  rich<Key extends keyof En & string>(
    key: Key,
    given: { readonly [Name in ParameterOf<En[Key]>]: ReactNode },
  ): ReactNode;
}

/** The language of the page; a change renders the component again. */
export function useLanguage(): Language {
  return useSyncExternalStore(language.subscribe, language.value);
}

/** The messages of one area in the language of the page; the same function until the language changes. */
export function useMessages<En extends Catalogue>(messages: Messages<En>): Translator<En> {
  const spoken = useLanguage();
  return useMemo(() => {
    const text = (key: keyof En & string, given?: Readonly<Record<string, unknown>>) =>
      filled(messages, key, given, spoken).join('');
    const rich = (key: keyof En & string, given: Readonly<Record<string, unknown>>) =>
      filled(messages, key, given, spoken).map((piece, index) =>
        createElement(Fragment, { key: index }, piece as ReactNode),
      );
    return Object.assign(text, { rich }) as Translator<En>;
  }, [messages, spoken]);
}
