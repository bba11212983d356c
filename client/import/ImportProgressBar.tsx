import { Button } from 'react-aria-components/Button';
import type { ImportProgress } from '../../server/contract/imports.ts';
import { durationText, numberText } from '../words/numbers.ts';

interface ImportProgressBarProps {
  readonly words: string;
  /** From 0 to 1; absent while nothing is known. */
  readonly share: number | undefined;
  readonly progress?: ImportProgress | undefined;
  readonly onCancel: () => void;
}

/** How far an import is: rows, rate and time left, and the way to stop it. */
export function ImportProgressBar({ words, share = 0, progress, onCancel }: ImportProgressBarProps) {
  const percent = Math.round(share * 100);
  return (
    <div className="import-progress">
      <p dir="auto"><strong>{words}</strong></p>
      <div className="progress" role="progressbar" aria-label={words} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <span style={{ width: `${percent}%` }} />
      </div>
      <div className="import-progress-foot">
        <span className="count muted">{progressWords(percent, progress)}</span>
        <Button className="button" onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

function progressWords(percent: number, progress: ImportProgress | undefined): string {
  const parts = [`${percent} %`];
  if (progress !== undefined) {
    parts.push(`${numberText(progress.rows)} rows`);
    if (progress.rowsPerSecond > 0) parts.push(`${numberText(Math.round(progress.rowsPerSecond))} rows/s`);
    if (progress.secondsLeft !== undefined) parts.push(`${durationText(progress.secondsLeft)} left`);
  }
  return parts.join(' · ');
}
