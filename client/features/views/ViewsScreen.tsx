import { useInfiniteQuery } from '@tanstack/react-query';
import { Bookmark, FileInput } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ViewSummary } from '../../../server/contract/views.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { useViewActions } from './use-view-actions.ts';
import { ViewCard } from './ViewCard.tsx';
import { viewsQuery } from './views-query.ts';
import { actionLabel } from '../../words/action-label.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';

/** All saved views as cards. */
export function ViewsScreen() {
  const t = useMessages(VIEWS);
  const { views } = useExplorer();
  const hasNodes = useExplorerState((state) => state.nodes.size > 0);
  const opened = useValue(views.opened);
  const list = useInfiniteQuery(viewsQuery);
  const [renamed, setRenamed] = useState<ViewSummary>();
  const { problem, told, act, importFile, changed } = useViewActions({ rename: setRenamed });
  const all = list.data?.pages.flatMap((page) => page.views) ?? [];
  return (
    <section className="screen" aria-label={t('screen')}>
      <div className="screen-body views-screen">
        <div className="views-top">
          <h2 className="screen-title">{t('screen')}</h2>
          <div className="views-buttons">
            <ImportButton onFile={importFile} />
            <Button className="button is-primary" isDisabled={!hasNodes} onPress={() => views.isSaving.set(true)}>
              {actionLabel(ACTIONS.saveView)}
            </Button>
          </div>
        </div>
        {told !== undefined && (
          <div className="notice-bar" role="status">
            <div className="notice-words">{told.words}</div>
            {told.undo !== undefined && (
              <Button className="button is-quiet" onPress={told.undo}>
                {t('undoDelete')}
              </Button>
            )}
          </div>
        )}
        {problem !== undefined && <ErrorBar what={t('notDone')} because={problem} />}
        {list.error !== null && (
          <ErrorBar what={t('notListed')} because={problemText(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.data !== undefined && all.length === 0 ? <NoViews /> : <p className="views-intro">{t('intro')}</p>}
        <ul className="view-grid">
          {all.map((view) => (
            <ViewCard
              key={view.id}
              view={view}
              isOpen={opened?.id === view.id}
              onAction={(action) => act(action, view)}
            />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button className="button" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      {renamed !== undefined && (
        <RenameDialog
          view={renamed}
          onClose={() => setRenamed(undefined)}
          onDone={() => {
            setRenamed(undefined);
            changed();
          }}
        />
      )}
    </section>
  );
}

function NoViews() {
  const t = useMessages(VIEWS);
  return (
    <div className="views-empty">
      <Bookmark aria-hidden="true" />
      <h3>{t('emptyTitle')}</h3>
      <p>{t('empty')}</p>
    </div>
  );
}

function ImportButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useMessages(VIEWS);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className="button" onPress={() => input.current?.click()}>
        <FileInput aria-hidden="true" /> {t('importFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={t('importFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
