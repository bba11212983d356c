import { useState } from 'react';
import type { ViewSummary } from '../../../server/contract/views.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { VIEWS } from '../../words/messages/views.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ConflictChoice } from './ConflictChoice.tsx';
import { createView, renameView, saveOver } from '../../links/saved-views.ts';
import type { Conflict, Saved, ViewWords } from '../../links/saved-views.ts';
import { useBusy } from './use-busy.ts';
import { ViewDialog } from './ViewDialog.tsx';
import { ViewWordsForm } from './ViewWordsForm.tsx';

interface RenameDialogProps {
  readonly view: ViewSummary;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Changes the name and the note of a saved view. */
export function RenameDialog({ view, onDone, onClose }: RenameDialogProps) {
  const t = useMessages(VIEWS);
  const [conflict, setConflict] = useState<Conflict>();
  const { isBusy, problem, run } = useBusy();
  const save = (work: () => Promise<Saved>) =>
    void run(async () => {
      const saved = await work();
      if ('conflict' in saved) setConflict(saved.conflict);
      else onDone();
    });
  const rename = (words: ViewWords) => save(() => renameView(view, words));
  return (
    <ViewDialog
      title={conflict === undefined ? t('renameTitle', { name: view.name }) : t('conflictTitle')}
      onClose={onClose}
    >
      {problem !== undefined && <ErrorBar what={t('notSaved')} because={problem} />}
      {conflict === undefined ? (
        <ViewWordsForm
          initial={{ name: view.name, note: view.note ?? '' }}
          submit={t('rename')}
          onSubmit={rename}
          isBusy={isBusy}
        />
      ) : (
        <ConflictChoice
          conflict={conflict}
          isBusy={isBusy}
          onOpenTheirs={onDone}
          onSaveMine={() => save(async () => ({ view: await createView(conflict.mine, conflict.mine) }))}
          onOverwrite={() => save(() => saveOver(view.id, conflict.theirs.version, conflict.mine, conflict.mine))}
        />
      )}
    </ViewDialog>
  );
}
