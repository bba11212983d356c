/** What the values of a legend entry are called. */
import type { ActorKind } from '../../server/contract/vocabulary.ts';
import { ACTOR_KINDS } from '../../server/contract/vocabulary.ts';
import type { StyleLegendEntry } from '../graph/style-rules.ts';
import { KINDS } from '../words/messages/model.ts';
import { STYLE_WORDS } from '../words/messages/styles.ts';
import { numberText } from '../words/numbers.ts';
import { useMessages } from '../words/use-messages.ts';

const isKind = (name: string): name is ActorKind => ACTOR_KINDS.some((kind) => kind === name);

/** What the ends and the middle of the balance mean. */
const NAMED_BALANCES = { [-1]: 'onlyDenies', 0: 'balanced', 1: 'onlyAsserts' } as const;
const isNamedBalance = (value: number): value is keyof typeof NAMED_BALANCES => value in NAMED_BALANCES;

/** A reading of values that knows the page's language. */
export function useStyleValueText(): (entry: StyleLegendEntry) => string {
  const [t, kinds] = [useMessages(STYLE_WORDS), useMessages(KINDS)];
  return ({ by, values }) => {
    if (values.type === 'others') return t('others');
    if (values.type === 'name') return by === 'kind' && isKind(values.name) ? kinds(values.name) : values.name;
    // Years are no amounts: they are not grouped.
    if (by === 'balance' && values.from === values.to && isNamedBalance(values.from)) return t(NAMED_BALANCES[values.from]);
    const text = (value: number) => (by === 'firstDate' ? String(Math.floor(value)) : by === 'balance' ? numberText(Math.round(value * 100) / 100) : numberText(value));
    const [from, to] = [text(values.from), text(values.to)];
    return from === to ? from : t('range', { from, to });
  };
}
