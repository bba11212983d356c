/** A progress bar of one line on standard error, for people at a terminal. */
import type { ImportView } from '../contract/imports.ts';

/** The width of the bar in characters: as wide as the line allows, within these limits. */
const [MIN_WIDTH, MAX_WIDTH] = [6, 24];
/** For a terminal that does not report its width. */
const USUAL_COLUMNS = 80;

/** The output of the bar: a terminal in production, a recorder in tests. */
export interface ProgressScreen {
  readonly isTerminal: boolean;
  /** The current number of characters in a line. */
  readonly columns: number;
  write(text: string): void;
}

export const standardError: ProgressScreen = {
  isTerminal: process.stderr.isTTY === true,
  get columns() {
    return process.stderr.columns || USUAL_COLUMNS;
  },
  write: (text) => void process.stderr.write(text),
};

const VERBS: Partial<Record<ImportView['state'], string>> = {
  waiting: 'waiting',
  validating: 'checking',
  loading: 'loading',
  publishing: 'publishing',
  undoing: 'undoing',
};

/**
 * One line such as `checking [######------------------]  25 %  12,000 rows  9,800 rows/s  4 s left`.
 *
 * @param columns The width of the terminal. The line is shorter: a wrapped line could not be overwritten.
 */
export function progressLine(view: ImportView, columns: number): string {
  const { rows = 0, share = 0, rowsPerSecond = 0, secondsLeft } = view.progress ?? {};
  const verb = `${(VERBS[view.state] ?? view.state).padEnd(10)} [`;
  const numbers = [
    `] ${String(Math.floor(share * 100)).padStart(3)} %`,
    `${rows.toLocaleString('en')} rows`,
    ...(rowsPerSecond > 0 ? [`${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`] : []),
    ...(secondsLeft === undefined ? [] : [`${Math.ceil(secondsLeft).toLocaleString('en')} s left`]),
  ].join('  ');
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columns - 1 - verb.length - numbers.length));
  const filled = Math.round(Math.min(1, share) * width);
  return `${verb}${'#'.repeat(filled)}${'-'.repeat(width - filled)}${numbers}`.slice(0, columns - 1);
}

export interface ProgressBar {
  show(view: ImportView): void;
  /** From now on, shows only that the import is being cancelled: written data is removed first, which takes a while. */
  cancel(): void;
  clear(): void;
}

/** Shows the progress of an import until `clear` is called. Prints nothing when the output is not a terminal. */
export function progressBar(screen: ProgressScreen = standardError): ProgressBar {
  let shown = 0;
  let isCancelled = false;
  const draw = (line: string): void => {
    screen.write(`\r${line.padEnd(shown)}`);
    shown = line.length;
  };
  return {
    show: (view) => {
      if (screen.isTerminal && !isCancelled) draw(progressLine(view, screen.columns));
    },
    cancel: () => {
      isCancelled = true;
      if (screen.isTerminal) draw('cancelling: what was written is being removed'.slice(0, screen.columns - 1));
    },
    clear: () => {
      if (shown === 0) return;
      draw('');
      screen.write('\r');
      shown = 0;
    },
  };
}
