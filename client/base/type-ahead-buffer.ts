/** Buffers characters that are typed while their text field is still loading: they are not shortcuts and must not be lost. */

/** A field that has not appeared after this time is given up. */
const PATIENCE_MS = 5_000;

export interface TypeAheadBuffer {
  /** A field was requested: from now on characters belong to it. */
  expect(): void;
  /** Appends a character; false when no field is expected. */
  add(character: string): boolean;
  /** The characters so far: the initial text of the field. */
  typed(): string;
  /** The field has the focus. */
  end(): void;
}

/** @param now A monotonic clock, in milliseconds. */
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

/** The one buffer of the page. */
export const typeAheadBuffer = createTypeAheadBuffer(() => performance.now());
