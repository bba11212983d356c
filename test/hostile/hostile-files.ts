/** Files that are made to keep a server busy. */
import type { ImportFormat } from '../../server/contract/imports.ts';

export interface HostileFile {
  readonly name: string;
  readonly format: ImportFormat;
  /** Published, or the codes of its faults. */
  readonly outcome: 'published' | readonly string[];
  readonly content: () => Iterable<string>;
}

/** A combining mark that has to be sorted among others when a text is normalised. */
const MARKS = '\u0316\u0301';
const marks = (length: number): string => `e${MARKS.repeat(length / 2)}`.slice(0, length);
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const line = (record: object): string => `${JSON.stringify(record)}\n`;
const NEARLY = `${'a'.repeat(9_999)}b${'a'.repeat(10_000)}`;

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'a name of 480,000 combining marks',
    format: 'csv',
    outcome: ['too-long'],
    content: () => ['actor,claim,stance\n', `${marks(480_000)},It rains.,asserts\n`],
  },
  {
    name: 'marks in every name and text, as many as are allowed',
    format: 'csv',
    outcome: 'published',
    content: () => [
      'actor,claim,stance,document_title,quotation\n',
      ...times(60, (at) => `${marks(490)}${at},${marks(1_990)}${at},asserts,T${at},${marks(19_990)}${at}\n`),
    ],
  },
  {
    name: 'quotations that nearly match a repetitive text',
    format: 'jsonl',
    outcome: 'published',
    content: () => [
      line({ type: 'actor', id: 'a', name: 'A' }),
      line({ type: 'claim', id: 'c', text: 'C' }),
      line({ type: 'document', id: 'd', title: 'D', text: 'a'.repeat(1_999_000) }),
      ...times(50, (at) =>
        line({
          type: 'statement',
          id: `s${at}`,
          actor: 'a',
          claim: 'c',
          stance: 'asserts',
          document: 'd',
          quotation: { exact: NEARLY },
        }),
      ),
    ],
  },
  {
    name: 'one actor with another alias in each of 50,000 rows',
    format: 'csv',
    outcome: ['too-long'],
    content: () => ['actor,claim,stance,aliases\n', ...times(50_000, (at) => `A,C,asserts,alias ${at}\n`)],
  },
  {
    name: '200,000 lines of one character',
    format: 'jsonl',
    outcome: ['bad-json'],
    content: () => ['x\n'.repeat(200_000)],
  },
  {
    name: 'lists and objects with hundreds of thousands of members',
    format: 'jsonl',
    outcome: ['too-long', 'unknown-field'],
    content: () => [
      ...times(2, () => `{"type":"actor","id":"a","name":"A","aliases":[${'0,'.repeat(490_000)}0]}\n`),
      ...times(2, () => `{"type":"actor","id":"a","name":"A","aliases":[${'"b",'.repeat(240_000)}"b"]}\n`),
      ...times(2, () => `{"type":"claim","id":"c","text":"C",${times(80_000, (at) => `"k${at}":0`).join()}}\n`),
    ],
  },
  {
    name: 'long aliases in a script without spaces',
    format: 'jsonl',
    outcome: 'published',
    content: () =>
      times(2, (actor) =>
        line({
          type: 'actor',
          id: `a${actor}`,
          name: `行${actor}`,
          aliases: times(200, (alias) =>
            times(490, (at) =>
              String.fromCodePoint(0x4e00 + ((actor * 7_919 + alias * 104_729 + at * at * 31) % 20_000)),
            ).join(''),
          ),
        }),
      ),
  },
  {
    name: 'actors that all speak for each other',
    format: 'jsonl',
    outcome: ['speaks-for-cycle'],
    content: () =>
      times(20_000, (actor) =>
        line({
          type: 'actor',
          id: `a${actor}`,
          name: `A ${actor}`,
          speaksFor: times(50, (at) => `a${(actor + at * at + 1) % 20_000}`),
        }),
      ),
  },
  {
    name: 'a header of thousands of columns',
    format: 'csv',
    outcome: ['bad-value'],
    content: () => [`actor,claim,stance${','.repeat(20_000)}${',note'.repeat(8_000)}\n`, 'a,c,asserts\n'],
  },
  {
    name: 'a list of 200,000 elements that are no records',
    format: 'json',
    outcome: ['bad-value'],
    content: () => ['{"format":"gainsay/1","statements":[0', ...times(2, () => ',0'.repeat(100_000)), ']}'],
  },
];
