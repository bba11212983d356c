/** Letters that are typed while the field that they are meant for is still being fetched: no shortcuts, and not lost. */

/** A field that has not come by then does not come. */
const PATIENCE_MS = 5_000;

export interface EarlyTyping {
  /** A field was asked for: from now on letters are its. */
  expect(): void;
  /** Keeps what was typed; false when no field is expected. */
  add(letter: string): boolean;
  /** What was typed until now: the field begins with it. */
  typed(): string;
  /** The field has the focus. */
  end(): void;
}

/** @param now Milliseconds that only grow. */
export function createEarlyTyping(now: () => number): EarlyTyping {
  let letters: string | undefined;
  let since = 0;
  return {
    expect() {
      letters = '';
      since = now();
    },
    add(letter) {
      if (letters === undefined || now() - since > PATIENCE_MS) return false;
      letters += letter;
      return true;
    },
    typed: () => letters ?? '',
    end() {
      letters = undefined;
    },
  };
}

/** The page has one. */
export const earlyTyping = createEarlyTyping(() => performance.now());
