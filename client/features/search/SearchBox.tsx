import { useKeys } from '../../ui/use-keys.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { SearchResult } from '../../../server/contract/explorer.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { SEARCH } from '../../words/messages/search.ts';
import { useMessages } from '../../ui/use-messages.ts';
import type { ValueStore } from '../../base/value-store.ts';
import { recentFinds, rememberFind, resultOf } from './recent-finds.ts';
import { useGoToResult } from './use-go-to-result.ts';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { shortcutText } from '../../ui/IconButton.tsx';
import { searchQuery } from '../../ui/queries.ts';
import { groupedResults, optionId, SearchResults } from './SearchResults.tsx';
import { NARROW, useMedia } from '../../ui/use-media.ts';
import { usePaced } from '../../ui/use-debounced.ts';
import { actionLabel } from '../../words/action-label.ts';

/** Characters that are typed faster are sent in one request. A request that is no longer needed is aborted. */
const PACE_MS = 50;

/** The search: a combo box as in the ARIA practices. Its first result is active at once, so that Enter chooses it. */
export function SearchBox({ wish }: { readonly wish: ValueStore<number> }) {
  const [searchKey] = useKeys()(ACTIONS.search);
  const t = useMessages(SEARCH);
  const isNarrow = useMedia(NARROW);
  const { store, actions } = useExplorer();
  const queries = useQueryClient();
  const goTo = useGoToResult();
  const text = useExplorerState((state) => state.query);
  const setText = (query: string) => store.patch((state) => (state.query === query ? state : { ...state, query }));
  const [recent, setRecent] = useState(recentFinds);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const asked = usePaced(text.trim(), PACE_MS);
  const answer = useQuery(searchQuery(asked));
  const isRecent = text.trim() === '';
  const found = asked === '' ? [] : (answer.data?.results ?? []);
  const results = isRecent ? recent.map(resultOf) : groupedResults(found);
  const isShown = isOpen && (!isRecent || recent.length > 0);
  const isCurrent = isRecent || (asked === text.trim() && !answer.isPlaceholderData && !answer.isLoading);

  const wishes = useValue(wish);
  useEffect(() => {
    if (wishes > 0) input.current?.select();
  }, [wishes]);

  const choose = (result: SearchResult, isWide = false) => {
    setOpen(false);
    setText('');
    input.current?.blur();
    rememberFind(result);
    setRecent(recentFinds());
    void goTo(result, isWide);
  };
  /** Enter was pressed before the answer to the last character: the first result is chosen when it arrives, unless the user did something else. */
  const chooseFirst = async (wanted: string, isWide: boolean) => {
    const late = await queries.fetchQuery(searchQuery(wanted)).catch(() => undefined);
    const [first] = groupedResults(late?.results ?? []);
    const isStillWanted = input.current?.value.trim() === wanted && document.activeElement === input.current;
    if (first !== undefined && isStillWanted) choose(first, isWide);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (results.length > 0) setActive((active + move + results.length) % results.length);
      return;
    }
    const chosen = results[active];
    if (event.key === 'Enter' && isShown) {
      const isWide = event.ctrlKey || event.metaKey;
      if (isCurrent && chosen !== undefined) choose(chosen, isWide);
      else if (!isCurrent || answer.isFetching) void chooseFirst(text.trim(), isWide);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (text === '') input.current?.blur();
      setText('');
      setOpen(false);
    }
  };
  return (
    <div className="search" role="search">
      <Search className="search-icon" aria-hidden="true" />
      <input
        ref={input}
        className="search-input"
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        aria-label={t('label')}
        placeholder={isNarrow ? actionLabel(ACTIONS.search) : t('placeholder')}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown && results[active] ? optionId(listId, active) : undefined}
        value={text}
        onChange={(event) => {
          if (event.target.value === '>') {
            actions.showPalette();
            return;
          }
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {text === '' && searchKey !== undefined && (
        <kbd translate="no" className="search-key" aria-hidden="true">
          {shortcutText(searchKey)}
        </kbd>
      )}
      {isShown && (
        <SearchResults
          listId={listId}
          text={text.trim()}
          isRecent={isRecent}
          results={results}
          active={active}
          isCurrent={isCurrent}
          isTruncated={!isRecent && (answer.data?.truncated ?? false)}
          problem={isRecent ? null : answer.error}
          onRetry={() => void answer.refetch()}
          onHover={setActive}
          onChoose={choose}
        />
      )}
    </div>
  );
}
