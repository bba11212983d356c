/** A progress bar of one line on standard error, for people at a terminal. */
import type { ImportView } from '../contract/imports.ts';

const WIDTH = 24;

/** What is written where; a terminal in production, a recorder in tests. */
export interface ProgressScreen {
  readonly isTerminal: boolean;
  write(text: string): void;
}

export const standardError: ProgressScreen = {
  isTerminal: process.stderr.isTTY === true,
  write: (text) => void process.stderr.write(text),
};

const VERBS: Partial<Record<ImportView['state'], string>> = {
  waiting: 'waiting', validating: 'checking', loading: 'loading', publishing: 'publishing', undoing: 'undoing',
};

/** One line such as `checking [######------------------]  25 %  12,000 rows  9,800 rows/s  4 s left`. */
export function progressLine(view: ImportView): string {
  const { rows = 0, share = 0, rowsPerSecond = 0, secondsLeft } = view.progress ?? {};
  const filled = Math.round(Math.min(1, share) * WIDTH);
  const parts = [
    `${(VERBS[view.state] ?? view.state).padEnd(10)} [${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %`,
    `${rows.toLocaleString('en')} rows`,
    ...(rowsPerSecond > 0 ? [`${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`] : []),
    ...(secondsLeft === undefined ? [] : [`${Math.ceil(secondsLeft).toLocaleString('en')} s left`]),
  ];
  return parts.join('  ');
}

/** Shows the progress of an import until `clear` is called. Says nothing where nobody watches. */
export function progressBar(screen: ProgressScreen = standardError): { show(view: ImportView): void; clear(): void } {
  let shown = 0;
  const draw = (line: string): void => {
    screen.write(`\r${line.padEnd(shown)}`);
    shown = line.length;
  };
  return {
    show: (view) => {
      if (screen.isTerminal) draw(progressLine(view));
    },
    clear: () => {
      if (shown === 0) return;
      draw('');
      screen.write('\r');
      shown = 0;
    },
  };
}
