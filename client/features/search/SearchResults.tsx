import type { SearchKind, SearchResult } from '../../../server/contract/explorer.ts';
import { SEARCH, SEARCH_KINDS } from '../../words/messages/search.ts';
import { kindText } from '../../words/names.ts';
import { numberText } from '../../words/numbers.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { shortcutText } from '../../ui/IconButton.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { ResultIcon } from '../../ui/ResultIcon.tsx';

/** The results by kind, the kind of the best result first; within a kind in the order of the server. */
export function groupedResults(results: readonly SearchResult[]): readonly SearchResult[] {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => results.filter((result) => result.kind === kind));
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

interface SearchResultsProps {
  readonly listId: string;
  readonly text: string;
  readonly results: readonly SearchResult[];
  readonly active: number;
  /** Whether these are the recent results, because no text is typed. */
  readonly isRecent: boolean;
  /** Whether `results` answer `text`; otherwise they answer an earlier text. */
  readonly isCurrent: boolean;
  readonly isTruncated: boolean;
  readonly problem: Error | null;
  readonly onRetry: () => void;
  readonly onHover: (index: number) => void;
  readonly onChoose: (result: SearchResult, isWide: boolean) => void;
}

export function SearchResults(props: SearchResultsProps) {
  const { listId, text, results, isRecent, isCurrent, isTruncated, problem, onRetry } = props;
  const t = useMessages(SEARCH);
  const kinds = isRecent ? ['recent' as const] : [...new Set(results.map(({ kind }) => kind))];
  return (
    // A press in the list must not move the focus out of the field, because that closes the list.
    <div className="search-results" onMouseDown={(event) => event.preventDefault()}>
      {problem !== null && <ErrorBar what={t('problem')} because={problemText(problem)} onRetry={onRetry} />}
      <div id={listId} role="listbox" aria-label={t('results')} className={isCurrent ? '' : 'is-stale'}>
        {kinds.map((kind) => (
          <ResultGroup key={kind} kind={kind} {...props} />
        ))}
      </div>
      {results.length > 0 && !isRecent && <Hint />}
      {results.length === 0 && problem === null && isCurrent && <NothingFound text={text} />}
      {isTruncated && results.length > 0 && <p className="search-note">{t('truncated')}</p>}
      <p className="visually-hidden" role="status">
        {isCurrent ? t('found', { count: results.length }) : ''}
      </p>
    </div>
  );
}

/** What Enter does. Hidden on touch screens. */
function Hint() {
  const t = useMessages(SEARCH);
  return (
    <p className="search-hint">
      {t.rich('hint', {
        enter: <kbd translate="no">{shortcutText('Enter')}</kbd>,
        wide: <kbd translate="no">{shortcutText('Mod+Enter')}</kbd>,
      })}
    </p>
  );
}

function ResultGroup({
  kind,
  listId,
  results,
  active,
  onHover,
  onChoose,
}: SearchResultsProps & { readonly kind: SearchKind | 'recent' }) {
  const [t, kinds] = [useMessages(SEARCH), useMessages(SEARCH_KINDS)];
  const heading = kind === 'recent' ? t('recent') : kinds(kind);
  return (
    <div role="group" aria-label={heading}>
      <div className="search-heading" aria-hidden="true">
        {heading}
      </div>
      {results.map(
        (result, index) =>
          (kind === 'recent' || result.kind === kind) && (
            <div
              key={`${result.kind} ${result.id}`}
              id={optionId(listId, index)}
              role="option"
              aria-selected={index === active}
              className="search-option"
              onMouseMove={() => onHover(index)}
              onClick={(event) => onChoose(result, event.ctrlKey || event.metaKey)}
              ref={index === active ? scrollIntoView : null}
            >
              <ResultIcon result={result} />
              <ResultText result={result} />
            </div>
          ),
      )}
    </div>
  );
}

function scrollIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function ResultText({ result }: { readonly result: SearchResult }) {
  const t = useMessages(SEARCH);
  const { kind, text, matched, hits } = result;
  const shown = <MarkedText text={text} spans={matched === undefined ? hits : []} />;
  return (
    <span className="search-text">
      <span className={kind === 'actor' || kind === 'document' ? 'search-main' : 'search-main serif'} dir="auto">
        {kind === 'quotation' ? t.rich('quotation', { words: shown }) : shown}
      </span>
      <span className="search-more">
        {matched !== undefined && (
          <>
            {t.rich('also', {
              alias: (
                <bdi>
                  <MarkedText text={matched} spans={hits} />
                </bdi>
              ),
            })}
            {result.kind === 'actor' && result.node?.type === 'actor' && result.node.kind !== undefined && ' · '}
          </>
        )}
        <Aside result={result} />
      </span>
    </span>
  );
}

function Aside({ result: { kind, node, actor, claim } }: { readonly result: SearchResult }) {
  const t = useMessages(SEARCH);
  if (kind === 'quotation')
    return t.rich('actorOnClaim', { actor: <bdi>{actor?.name}</bdi>, claim: <bdi>{claim?.text}</bdi> });
  if (node?.type === 'claim') {
    return (
      <>
        <span className="asserts">✓ {numberText(node.asserters)}</span>{' '}
        <span className="denies">✕ {numberText(node.deniers)}</span>
      </>
    );
  }
  return node?.kind === undefined ? null : kindText(node.kind);
}

function NothingFound({ text }: { readonly text: string }) {
  const t = useMessages(SEARCH);
  return <p className="search-nothing">{t.rich('nothing', { text: <bdi>{text}</bdi> })}</p>;
}
