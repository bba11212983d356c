/** The names of the values of a legend entry. */
import type { ActorKind } from '../../server/contract/vocabulary.ts';
import { ACTOR_KINDS } from '../../server/contract/vocabulary.ts';
import { attributeKeyOf, isAttributeProperty } from '../graph/scene/style-rules.ts';
import type { StyleLegendEntry, StyleProperty } from '../graph/scene/style-rules.ts';
import { messageText } from './define-messages.ts';
import { KINDS } from './messages/model.ts';
import { STYLE_WORDS } from './messages/styles.ts';
import { STYLE_PROPERTY_WORDS } from './messages/styles.ts';
import { numberText } from './numbers.ts';

const isKind = (name: string): name is ActorKind => ACTOR_KINDS.some((kind) => kind === name);

/** The name of a property; the key itself for an attribute. */
export function stylePropertyText(by: StyleProperty): string {
  return isAttributeProperty(by) ? attributeKeyOf(by) : messageText(STYLE_PROPERTY_WORDS, by);
}

/** The meanings of the ends and the middle of the balance. */
const NAMED_BALANCES = { [-1]: 'onlyDenies', 0: 'balanced', 1: 'onlyAsserts' } as const;
const isNamedBalance = (value: number): value is keyof typeof NAMED_BALANCES => value in NAMED_BALANCES;

/** The names of the values of an entry, in the current language of the page. */
export function styleValueText({ by, values }: StyleLegendEntry): string {
  if (values.type === 'others') return messageText(STYLE_WORDS, 'others');
  if (values.type === 'name')
    return by === 'kind' && isKind(values.name) ? messageText(KINDS, values.name) : values.name;
  if (by === 'balance' && values.from === values.to && isNamedBalance(values.from))
    return messageText(STYLE_WORDS, NAMED_BALANCES[values.from]);
  // Years are not amounts: they have no separators. The numbers of an attribute are shown as in files.
  const text = (value: number) =>
    isAttributeProperty(by)
      ? String(Math.round(value * 100) / 100)
      : by === 'firstDate'
        ? String(Math.floor(value))
        : by === 'balance'
          ? numberText(Math.round(value * 100) / 100)
          : numberText(value);
  const [from, to] = [text(values.from), text(values.to)];
  return from === to ? from : messageText(STYLE_WORDS, 'range', { from, to });
}
