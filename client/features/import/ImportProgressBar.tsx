import { Button } from 'react-aria-components/Button';
import type { ImportProgress } from '../../../server/contract/imports.ts';
import { messageText } from '../../words/define-messages.ts';
import { COMMON } from '../../words/messages/common.ts';
import { IMPORT } from '../../words/messages/import.ts';
import { durationText, percentText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';

interface ImportProgressBarProps {
  readonly words: string;
  /** From 0 to 1; absent while it is unknown. */
  readonly share: number | undefined;
  readonly progress?: ImportProgress | undefined;
  readonly onCancel: () => void;
}

/** The progress of an import: rows, rate and time left, with a button that stops it. */
export function ImportProgressBar({ words, share = 0, progress, onCancel }: ImportProgressBarProps) {
  const t = useMessages(COMMON);
  const percent = Math.round(share * 100);
  return (
    <div className="import-progress">
      <p dir="auto">
        <strong>{words}</strong>
      </p>
      <div
        className="progress"
        role="progressbar"
        aria-label={words}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <div className="import-progress-foot">
        <span className="count muted">{progressWords(share, progress)}</span>
        <Button className="button" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

function progressWords(share: number, progress: ImportProgress | undefined): string {
  const parts = [percentText(share)];
  if (progress !== undefined) {
    parts.push(messageText(IMPORT, 'rows', { count: progress.rows }));
    if (progress.rowsPerSecond > 0)
      parts.push(messageText(IMPORT, 'rowsPerSecond', { count: Math.round(progress.rowsPerSecond) }));
    if (progress.secondsLeft !== undefined)
      parts.push(messageText(IMPORT, 'timeLeft', { time: durationText(progress.secondsLeft) }));
  }
  return parts.join(' · ');
}
