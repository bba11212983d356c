/** The texts of commands. */
import { describe, expect, it } from 'vitest';
import type { ImportFault, ImportView } from '../../server/contract/imports.ts';
import { EngineError } from '../../server/engine/engine.ts';
import { endingOf } from '../../server/cli/ending.ts';
import { CommandError, EXIT } from '../../server/runtime/command-error.ts';
import { progressBar, progressLine } from '../../server/cli/progress-bar.ts';
import { checkText, faultText, importListText, importText, printable } from '../../server/cli/wording.ts';
import { importView } from '../http/app-server.ts';

const fault = (row: number): ImportFault => ({
  file: 'a.csv',
  row,
  section: 'statements',
  field: 'actor',
  code: 'unknown-id',
  reason: 'There is no actor "x".',
});
const tally = (added: number, merged = 0, unchanged = 0) => ({ added, merged, unchanged });

describe('the words of an import', () => {
  it('say what is new', () => {
    const counts = { actors: tally(1), claims: tally(2, 1), documents: tally(0, 0, 3), statements: tally(1_234) };
    expect(importText(importView({ counts }))).toBe(
      'a.json: loaded as import-000001. New: 1,234 statements, 1 actor, 2 claims, 0 documents. Added to: 1. There already: 3.',
    );
    expect(importText(importView({ counts, unchanged: true }))).toBe(
      'a.json: nothing in it is new; nothing was changed.',
    );
  });

  it('show the first twenty faults and how many there are', () => {
    const faults = Array.from({ length: 30 }, (_, index) => fault(index + 1));
    const lines = importText(importView({ state: 'failed', errors: { faults, total: 1_500 } })).split('\n');
    expect(lines[0]).toBe('a.json: not loaded; nothing was changed. 1,500 faults:');
    expect(lines[1]).toBe('  a.csv, statements row 1, field actor: There is no actor "x".');
    expect(lines).toHaveLength(22);
    expect(lines[21]).toBe('  … and 1,480 more faults, 1,500 in all.');
  });

  it('say why it failed when no row is to blame', () => {
    const problem = { code: 'engine-storage', message: 'The disk is full.' };
    expect(importText(importView({ state: 'failed', problem }))).toBe(
      'a.json: not loaded; nothing was changed. The disk is full.',
    );
  });

  it('hold nothing that a terminal would obey', () => {
    expect(faultText({ file: 'a\u001b[2J.csv', code: 'x', reason: 'bad\u202e' })).toBe('a\\u001b[2J.csv: bad\\u202e');
    expect(printable('a\nb')).toBe('a\\u000ab');
  });

  it('list imports newest first, or say that there are none', () => {
    expect(importListText({ imports: [], total: 0, truncated: false })).toBe('Nothing has been loaded yet.');
    const text = importListText({ imports: [importView({ title: 'A title' })], total: 3, truncated: true });
    expect(text).toBe('import-000001  published  2026-11-24T12:00:00.000Z  A title\n1 of 3 shown; more with --limit.');
  });

  it('say how many statements an import brought, and nothing of one that brought none', () => {
    const counts = { actors: tally(1), claims: tally(1), documents: tally(0), statements: tally(7) };
    const lineOf = (state: ImportView['state']): string =>
      importListText({ imports: [importView({ state, counts })], total: 1, truncated: false });
    expect([lineOf('published'), lineOf('failed')]).toEqual([
      expect.stringMatching(/  7 statements$/),
      expect.stringMatching(/  a\.json$/),
    ]);
  });
});

describe('the words of a check', () => {
  const checked = { actors: 2, claims: 1, documents: 0, statements: 3, edges: 2 };
  it('say that everything agrees', () => {
    expect(checkText({ faults: [], total: 0, checked })).toBe(
      'Checked 3 statements, 2 edges, 2 actors, 1 claim and 0 documents: everything agrees.',
    );
  });
  it('name each fault', () => {
    expect(
      checkText({ faults: [{ code: 'edge-missing', id: 'a asserts c', message: 'Gone.' }], total: 1, checked }),
    ).toContain('1 fault:\n  edge-missing (a asserts c): Gone.');
  });
});

describe('a progress bar', () => {
  it('tells share, rows, rate and time left', () => {
    const view = importView({
      state: 'loading',
      progress: { rows: 12_000, share: 0.25, rowsPerSecond: 9_800.4, secondsLeft: 3.2 },
    });
    expect(progressLine(view, 120)).toBe(
      'loading    [######------------------]  25 %  12,000 rows  9,800 rows/s  4 s left',
    );
  });
  it('is drawn over itself on a terminal and cleared at the end, and says nothing elsewhere', () => {
    const writtenOn = (isTerminal: boolean): readonly string[] => {
      const written: string[] = [];
      const bar = progressBar({ isTerminal, columns: 80, write: (text) => void written.push(text) });
      bar.show(importView({ state: 'loading' }));
      bar.clear();
      return written;
    };
    expect(writtenOn(true)).toEqual([expect.stringMatching(/^\rloading/), expect.stringMatching(/^\s+$/), '\r']);
    expect(writtenOn(false)).toEqual([]);
  });
});

describe('a progress bar in a terminal', () => {
  it.each([
    [30, false],
    [60, false],
    [80, true],
    [100, true],
  ])('of %i columns never breaks its line, which could not be drawn over', (columns, hasTime) => {
    const view = importView({
      state: 'publishing',
      progress: { rows: 1_234_567, share: 0.5, rowsPerSecond: 12_345, secondsLeft: 1_234 },
    });
    const line = progressLine(view, columns);
    expect(line.length).toBeLessThan(columns);
    expect(line).toMatch(/^publishing \[#+-+\]/);
    expect(line.endsWith('1,234 s left')).toBe(hasTime);
  });

  it('says that it is cancelled, and no longer how far it is', () => {
    const written: string[] = [];
    const bar = progressBar({ isTerminal: true, columns: 80, write: (text) => void written.push(text) });
    bar.show(importView({ state: 'loading' }));
    bar.cancel();
    bar.show(importView({ state: 'loading' }));
    expect(written.map((text) => text.trim())).toEqual([
      expect.stringMatching(/^loading/),
      'cancelling: what was written is being removed',
    ]);
  });
});

describe('the end of the program', () => {
  it('has a number of its own for each reason', () => {
    const codeOf = (error: unknown): number => endingOf(error).exit;
    expect(codeOf(new EngineError('engine-locked', 'Held.'))).toBe(EXIT.databaseHeld);
    expect(codeOf(new EngineError('engine-storage', 'Full.'))).toBe(EXIT.storage);
    expect(codeOf(new EngineError('engine-damaged', 'Bad.'))).toBe(EXIT.databaseDamaged);
    expect(codeOf(new CommandError(EXIT.portTaken, 'Taken.'))).toBe(EXIT.portTaken);
    expect(codeOf(Object.assign(new Error('Newer.'), { code: 'database-newer' }))).toBe(EXIT.databaseNewer);
    expect(new Set(Object.values(EXIT)).size).toBe(Object.values(EXIT).length);
  });
  it('calls a defect a defect', () => {
    expect(endingOf(new TypeError('x is not a function'))).toEqual({
      exit: EXIT.failed,
      message: 'Something went wrong in the program: x is not a function',
      unexpected: true,
    });
  });
});
