/** The names of filters and of their values. */
import type { NeighbourKind } from '../../../server/contract/explorer.ts';
import type { ExplorerState } from '../../state/explorer-state.ts';
import type { Filters } from '../../state/filters.ts';
import { readAttributeChoice } from '../../state/attribute-choices.ts';
import { attributeName, attributeText } from '../../words/attribute-text.ts';
import { dateText } from '../../words/dates.ts';
import { messageText } from '../../words/define-messages.ts';
import { FILTERS } from '../../words/messages/filters.ts';
import { KINDS, MODALITIES, STANCE_VERBS } from '../../words/messages/model.ts';
import type { FilterName } from '../../state/filter-parts.ts';
import type { Option } from '../../state/filter-options.ts';

export function filterKindText(kind: NeighbourKind): string {
  return kind === 'unknown' ? messageText(FILTERS, 'unknownKind') : messageText(KINDS, kind);
}

export function stanceText(stance: 'asserts' | 'denies'): string {
  return `${messageText(STANCE_VERBS, stance)} ${stance === 'asserts' ? '✓' : '✕'}`;
}

function datesText({ from, to }: Filters): string {
  if (from !== undefined && to !== undefined)
    return messageText(FILTERS, 'between', { from: dateText(from), to: dateText(to) });
  if (from !== undefined) return messageText(FILTERS, 'since', { date: dateText(from) });
  return to === undefined ? '' : messageText(FILTERS, 'until', { date: dateText(to) });
}

/** The values by key. */
function attributesText(choices: readonly string[]): string {
  const byName = new Map<string, string[]>();
  for (const choice of choices.flatMap((text) => readAttributeChoice(text) ?? [])) {
    const name = attributeName(choice.owner, choice.key);
    byName.set(name, [...(byName.get(name) ?? []), attributeText(choice.value)]);
  }
  return [...byName]
    .map(([name, values]) => messageText(FILTERS, 'chip', { name, values: values.join(', ') }))
    .join('; ');
}

/** The values that an active filter allows. `publishers` are the publishers whose names are known. */
export function valuesText(
  filters: Filters,
  name: FilterName,
  { publishers, nodes }: { readonly publishers: readonly Option[]; readonly nodes: ExplorerState['nodes'] },
): string {
  switch (name) {
    case 'stances':
      return filters.stances.map(stanceText).join(', ');
    case 'kinds':
      return filters.kinds.map(filterKindText).join(', ');
    case 'modalities':
      return filters.modalities.map((modality) => messageText(MODALITIES, modality)).join(', ');
    case 'topics':
      return filters.topics.join(', ');
    case 'attributes':
      return attributesText(filters.attributes);
    case 'publishers':
      return filters.publishers
        .map((id) => {
          const node = nodes.get(id);
          return publishers.find(({ value }) => value === id)?.name ?? (node?.type === 'actor' ? node.name : id);
        })
        .join(', ');
    case 'dates':
      return datesText(filters);
    case 'minStatements':
      return messageText(FILTERS, 'atLeast', { count: filters.minStatements });
    case 'contestedOnly':
    case 'firstHandOnly':
      return '';
    default:
      return name satisfies never;
  }
}

/** The text of a chip. */
export function chipText(filters: Filters, name: FilterName, known: Parameters<typeof valuesText>[2]): string {
  if (name === 'contestedOnly' || name === 'firstHandOnly') return messageText(FILTERS, name);
  const values = valuesText(filters, name, known);
  return name === 'minStatements' || name === 'attributes'
    ? values
    : messageText(FILTERS, 'chip', { name: messageText(FILTERS, name), values });
}
