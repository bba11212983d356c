/** Characters that are typed while the field that they are meant for is still being fetched: no shortcuts, and not lost. */

/** A field that has not come by then does not come. */
const PATIENCE_MS = 5_000;

export interface TypeAheadBuffer {
  /** A field was asked for: from now on characters are its. */
  expect(): void;
  /** Keeps what was typed; false when no field is expected. */
  add(character: string): boolean;
  /** What was typed until now: the field begins with it. */
  typed(): string;
  /** The field has the focus. */
  end(): void;
}

/** @param now Milliseconds that only grow. */
export function createTypeAheadBuffer(now: () => number): TypeAheadBuffer {
  let characters: string | undefined;
  let since = 0;
  return {
    expect() {
      characters = '';
      since = now();
    },
    add(character) {
      if (characters === undefined || now() - since > PATIENCE_MS) return false;
      characters += character;
      return true;
    },
    typed: () => characters ?? '',
    end() {
      characters = undefined;
    },
  };
}

/** The page has one. */
export const typeAheadBuffer = createTypeAheadBuffer(() => performance.now());
