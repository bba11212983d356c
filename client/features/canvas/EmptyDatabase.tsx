import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { followImport } from '../../api/follow-import.ts';
import { DisputeSketch } from './CanvasOutline.tsx';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { showScreen } from '../../state/reducers.ts';
import { messageText } from '../../words/define-messages.ts';
import { EMPTY } from '../../words/messages/panels.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** Shown while the database is empty: what the page will show, and the two ways to load content. */
export function EmptyDatabase() {
  const t = useMessages(EMPTY);
  const { store, contentChanged } = useExplorer();
  const example = useMutation({ networkMode: 'always', mutationFn: loadExample, onSuccess: contentChanged });
  return (
    <div className="empty" role="region" aria-label={t('region')}>
      <DisputeSketch />
      <p>{t('words')}</p>
      <div className="empty-buttons">
        <Button className="button is-primary" isDisabled={example.isPending} onPress={() => example.mutate()}>
          {t(example.isPending ? 'loadingExample' : 'loadExample')}
        </Button>
        <Button className="button" onPress={() => store.patch((state) => showScreen(state, 'import'))}>
          {t('importFile')}
        </Button>
      </div>
      {example.error !== null && (
        <ErrorBar what={t('problem')} because={problemText(example.error)} onRetry={() => example.mutate()} />
      )}
    </div>
  );
}

/** Loads the example and waits until it is published. */
async function loadExample(): Promise<void> {
  const started = await callEndpoint('loadExample', {});
  await new Promise<void>((resolve, reject) => {
    followImport(started.id, {
      onChange: (view) => {
        if (view.state === 'published') resolve();
        if (view.state === 'failed' || view.state === 'cancelled')
          reject(new Error(view.problem?.message ?? view.errors.faults[0]?.reason ?? messageText(EMPTY, 'endedEarly')));
      },
      onProblem: reject,
    });
  });
}
