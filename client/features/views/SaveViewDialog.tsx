import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { View } from '../../../server/contract/views.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer, useValue } from '../../ui/explorer-context.ts';
import { momentText } from '../../words/dates.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ConflictChoice } from './ConflictChoice.tsx';
import { portableView } from '../../links/portable-view.ts';
import { createView, saveOver } from '../../links/saved-views.ts';
import type { Conflict, ViewDrawing, ViewWords } from '../../links/saved-views.ts';
import { useBusy } from './use-busy.ts';
import { ViewDialog } from './ViewDialog.tsx';
import { ViewWordsForm } from './ViewWordsForm.tsx';
import { actionLabel } from '../../words/action-label.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';

/** Saves the shown state as a new view, or replaces the open view. */
export function SaveViewDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(VIEWS);
  const { views, store } = useExplorer();
  const queries = useQueryClient();
  const opened = useValue(views.opened);
  const [openedAt] = useState(() => new Date().toISOString());
  const [conflict, setConflict] = useState<Conflict>();
  const { isBusy, problem, run } = useBusy();

  const done = ({ id, name, version, note }: View) => {
    views.opened.set({ id, name, version, ...(note !== undefined && { note }), as: portableView(store.state()) });
    views.notice.set({ kind: 'saved', name });
    void queries.invalidateQueries({ queryKey: ['content', 'views'] });
    onClose();
  };
  const saveNew = (words: ViewWords, drawing?: ViewDrawing) =>
    void run(async () => done(await createView(words, drawing ?? (await views.draw()))));
  const save = (id: string, version: number, words: ViewWords, drawing?: ViewDrawing) =>
    void run(async () => {
      const saved = await saveOver(id, version, words, drawing ?? (await views.draw()));
      if ('conflict' in saved) setConflict(saved.conflict);
      else done(saved.view);
    });

  if (conflict !== undefined) {
    const { theirs, mine } = conflict;
    const openTheirs = () => {
      onClose();
      void views.openSaved(theirs.id, true);
    };
    return (
      <ViewDialog title={t('conflictTitle')} onClose={onClose}>
        {problem !== undefined && <ErrorBar what={t('notSaved')} because={problem} />}
        <ConflictChoice
          conflict={conflict}
          isBusy={isBusy}
          onOpenTheirs={openTheirs}
          onSaveMine={() => saveNew(mine, mine)}
          onOverwrite={() => save(theirs.id, theirs.version, mine, mine)}
        />
      </ViewDialog>
    );
  }
  const initial = {
    name: opened?.name ?? t('suggestedName', { date: momentText(openedAt) }),
    note: opened?.note ?? '',
  };
  return (
    <ViewDialog
      title={opened === undefined ? actionLabel(ACTIONS.saveView) : t('saveChangesTitle', { name: opened.name })}
      onClose={onClose}
    >
      {problem !== undefined && <ErrorBar what={t('notSaved')} because={problem} />}
      <ViewWordsForm
        initial={initial}
        onSubmit={(words) => (opened === undefined ? saveNew(words) : save(opened.id, opened.version, words))}
        submit={t(isBusy ? 'saving' : opened === undefined ? 'save' : 'saveOver')}
        other={opened === undefined ? undefined : { label: t('saveNew'), onPress: (words) => saveNew(words) }}
        isBusy={isBusy}
      />
    </ViewDialog>
  );
}
