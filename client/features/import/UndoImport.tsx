import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ApiProblem } from '../../api/api-problem.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { followImport } from '../../api/follow-import.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { messageText } from '../../words/define-messages.ts';
import { IMPORTS } from '../../words/messages/import.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { importFlow } from './import-flow.ts';

/** Undoes an import after a confirmation. */
export function UndoImport({ id, file }: { readonly id: string; readonly file: string }) {
  const t = useMessages(IMPORTS);
  const { contentChanged, notices } = useExplorer();
  const [isAsking, setAsking] = useState(false);
  const undo = useMutation({
    networkMode: 'always',
    mutationFn: () => undoImport(id),
    onSuccess: () => {
      notices.announcement.set(messageText(IMPORTS, 'undone'));
      contentChanged();
      importFlow.forget(id);
    },
  });
  if (undo.isPending)
    return (
      <span className="muted" role="status">
        {t('undoing')}
      </span>
    );
  if (undo.error !== null) {
    return <ErrorBar what={t('undoProblem')} because={problemText(undo.error)} onRetry={() => undo.mutate()} />;
  }
  if (!isAsking)
    return (
      <Button className="button" aria-label={t('undoFile', { file })} onPress={() => setAsking(true)}>
        {t('undo')}
      </Button>
    );
  return (
    <span className="undo-question" role="group" aria-label={t('undoFile', { file })}>
      {t('ask')}
      <Button className="button is-danger" autoFocus onPress={() => undo.mutate()}>
        {t('undoImport')}
      </Button>
      <Button className="button" onPress={() => setAsking(false)}>
        {t('keep')}
      </Button>
    </span>
  );
}

/** Resolves when the import is undone. */
async function undoImport(id: string): Promise<void> {
  const view = await callEndpoint('undoImport', { params: { id } });
  if (view.state !== 'undoing') return;
  await new Promise<void>((resolve, reject) => {
    followImport(id, {
      onChange: ({ state }) => {
        if (state === 'undone') resolve();
      },
      onProblem: (problem) => {
        if (problem instanceof ApiProblem && !problem.isPassing) reject(problem);
      },
    });
  });
}
