import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { SearchResult } from '../../../server/contract/explorer.ts';
import { useExplorerState } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { nodeQuery } from '../../ui/queries.ts';
import { ResultIcon } from '../../ui/ResultIcon.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { PATHS } from '../../words/messages/paths.ts';
import { nodeText } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { nodeSearchQuery } from './paths-query.ts';

const DEBOUNCE_MS = 60;

interface NodePickerProps {
  readonly label: string;
  /** Empty while no node is chosen. */
  readonly id: string;
  readonly isFirst: boolean;
  readonly onChange: (id: string) => void;
}

/** One end of the path: the chosen node, or a search field. */
export function NodePicker({ label, id, isFirst, onChange }: NodePickerProps) {
  const t = useMessages(PATHS);
  const shown = useExplorerState((state) => state.nodes.get(id));
  const details = useQuery({ ...nodeQuery(id), enabled: id !== '' && shown === undefined });
  if (id === '') return <NodeSearch label={label} isFirst={isFirst} onChange={onChange} />;
  const node = shown ?? details.data?.node;
  const name = node === undefined ? id : nodeText(node);
  return (
    <div className="node-picker">
      <span className="node-picker-label">{label}</span>
      <span className="node-picker-chosen">
        <span className={node?.type === 'claim' ? 'serif' : 'node-picker-actor'} dir="auto">
          {name}
        </span>
        <IconButton label={t('clear', { name })} side="left" onPress={() => onChange('')}>
          <X />
        </IconButton>
      </span>
    </div>
  );
}

function NodeSearch({ label, isFirst, onChange }: Omit<NodePickerProps, 'id'>) {
  const t = useMessages(PATHS);
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const asked = useDebounced(typed.trim(), DEBOUNCE_MS);
  const answer = useQuery(nodeSearchQuery(asked));
  const isCurrent = asked === typed.trim() && !answer.isFetching;
  const items = asked === '' ? [] : (answer.data?.results ?? []);
  const takeFirst = async () => {
    const found = await queries.fetchQuery(nodeSearchQuery(typed.trim())).catch(() => undefined);
    const [first] = found?.results ?? [];
    if (first !== undefined) onChange(first.id);
  };
  // Enter chooses the first result when none is chosen, as in the search of the bar, also before the answer arrives.
  const onEnter = (event: React.KeyboardEvent<HTMLElement>) => {
    const isChosen = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isChosen || typed.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    void takeFirst();
  };
  // As in the search of the bar: Escape first empties the field, then leaves it, so that the next Escape closes the panel.
  const onEscape = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (typed === '') event.target.blur();
    else setTyped('');
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    onEnter(event);
    onEscape(event);
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <ComboBox
        className="node-picker"
        items={items}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        autoFocus={isFirst}
        defaultFilter={() => true}
        allowsEmptyCollection={typed.trim() !== ''}
        menuTrigger="input"
        onSelectionChange={(key) => key !== null && onChange(String(key))}
      >
        <Label className="node-picker-label">{label}</Label>
        <Input className="search-input" placeholder={t('find')} dir="auto" maxLength={200} />
        <Popover className="menu node-options" offset={4}>
          <ListBox
            renderEmptyState={() => <p className="menu-empty">{isCurrent ? t('nothingFound') : t('searching')}</p>}
          >
            {(result: SearchResult) => <NodeOption result={result} />}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

function NodeOption({ result }: { readonly result: SearchResult }) {
  const { id, kind, text, matched, hits } = result;
  return (
    <ListBoxItem id={id} textValue={text} className="search-option">
      <ResultIcon result={result} />
      <span className="search-text">
        <span className={kind === 'claim' ? 'search-main serif' : 'search-main'} dir="auto">
          <MarkedText text={text} spans={matched === undefined ? hits : []} />
        </span>
        {matched !== undefined && (
          <span className="search-more">
            <bdi>
              <MarkedText text={matched} spans={hits} />
            </bdi>
          </span>
        )}
      </span>
    </ListBoxItem>
  );
}
