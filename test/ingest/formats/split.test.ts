import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT_ROW_BYTES } from '../../../server/ingest/formats/limits.ts';
import { CsvSplitter, splitCells } from '../../../server/ingest/formats/split-csv.ts';
import { JsonSplitter } from '../../../server/ingest/formats/split-json.ts';
import { LineSplitter } from '../../../server/ingest/formats/split-lines.ts';

interface Splitter<T> {
  push(chunk: Buffer): T[];
  end(): T[];
}

function splitWhole<T>(splitter: Splitter<T>, bytes: Buffer): T[] {
  return [...splitter.push(bytes), ...splitter.end()];
}

/** Feeds the bytes in pieces of these sizes, repeatedly. */
function splitInPieces<T>(splitter: Splitter<T>, bytes: Buffer, sizes: readonly number[]): T[] {
  const rows: T[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    rows.push(...splitter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return [...rows, ...splitter.end()];
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const json = fc.jsonValue({ maxDepth: 3 });

describe('splitting lines', () => {
  it('gives every line its number, blank ones counted and left out', () => {
    const rows = splitWhole(new LineSplitter(), Buffer.from('{"a":1}\r\n\n  \n{"b":2}'));
    expect(rows.map(({ row, text }) => [row, text])).toEqual([
      [1, '{"a":1}\r'],
      [4, '{"b":2}'],
    ]);
  });

  it('gives the same lines however the bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 8 }), sizes, (values, pieces) => {
        const bytes = Buffer.from(values.map((value) => JSON.stringify(value)).join('\n'));
        expect(splitInPieces(new LineSplitter(), bytes, pieces)).toEqual(splitWhole(new LineSplitter(), bytes));
      }),
    );
  });

  it('reports a line with a wrong byte and continues', () => {
    const rows = splitWhole(
      new LineSplitter(),
      Buffer.concat([Buffer.from('"a"\n"'), Buffer.from([0xc3, 0x28]), Buffer.from('"\n"c"\n')]),
    );
    expect(rows.map(({ row, problem }) => [row, problem?.code])).toEqual([
      [1, undefined],
      [2, 'bad-encoding'],
      [3, undefined],
    ]);
  });

  it('reports a line that is too long without keeping it, and continues', () => {
    const splitter = new LineSplitter();
    const chunk = Buffer.alloc(100_000, 'x');
    for (let bytes = 0; bytes <= MAX_TEXT_ROW_BYTES; bytes += chunk.length) expect(splitter.push(chunk)).toEqual([]);
    const rows = splitter.push(Buffer.from('\n1\n'));
    expect(rows.map(({ row, problem, text }) => [row, problem?.code, text])).toEqual([
      [1, 'row-too-long', undefined],
      [2, undefined, '1'],
    ]);
  });
});

describe('splitting a JSON file', () => {
  const file = fc.record({
    format: fc.constant('gainsay/1'),
    actors: fc.array(json, { maxLength: 5 }),
    title: json,
    statements: fc.array(json, { maxLength: 5 }),
  });

  it('gives the elements and members that JSON.parse sees, however the bytes arrive', () => {
    fc.assert(
      fc.property(file, sizes, fc.constantFrom(undefined, 2, '\t'), (content, pieces, indent) => {
        const bytes = Buffer.from(JSON.stringify(content, undefined, indent));
        const cut = splitInPieces(new JsonSplitter(), bytes, pieces);
        const elements = cut.flatMap((piece) =>
          'key' in piece ? [] : [[piece.section, piece.row, JSON.parse(piece.text ?? '')]],
        );
        const members = cut.flatMap((piece) =>
          'key' in piece ? [[piece.key, JSON.parse(piece.value.text ?? '')]] : [],
        );
        const { format, title, actors, statements } = JSON.parse(JSON.stringify(content)) as typeof content;
        expect(elements).toEqual([
          ...actors.map((value, index) => ['actors', index + 1, value]),
          ...statements.map((value, index) => ['statements', index + 1, value]),
        ]);
        expect(members).toEqual([
          ['format', format],
          ['title', title],
        ]);
      }),
    );
  });

  it.each([
    ['', 'empty-file'],
    ['  ', 'empty-file'],
    ['[]', 'bad-json'],
    ['{"actors":[1', 'truncated'],
    ['{"actors":[1 2]}', 'bad-json'],
    ['{"actors":[1,]}', 'bad-json'],
    ['{"actors":[,1]}', 'bad-json'],
    ['{"actors":[]} x', 'bad-json'],
    ['{"actors" []}', 'bad-json'],
    ['{actors:[]}', 'bad-json'],
    ['{"actors":[],}', 'bad-json'],
    ['{"actors":[],"actors":[]}', 'bad-json'],
    ['{"title":"x', 'truncated'],
    ['{"title":}', 'bad-json'],
  ])('refuses %j as %s', (text, code) => {
    expect(() => splitWhole(new JsonSplitter(), Buffer.from(text))).toThrow(expect.objectContaining({ code }));
  });

  it('reports the element after which the JSON is invalid', () => {
    expect(() => splitWhole(new JsonSplitter(), Buffer.from('{"claims":[{},{} {}]}'))).toThrow(
      'The file is not valid JSON at byte 18, after element 2 of claims: a comma is missing between two elements. Correct it there.',
    );
  });

  it('reports an element that is nested too deep and continues', () => {
    const deep = `${'['.repeat(65)}${']'.repeat(65)}`;
    const rows = splitWhole(new JsonSplitter(), Buffer.from(`{"actors":[${deep},1]}`));
    expect(rows).toMatchObject([
      { row: 1, problem: { code: 'too-deep' } },
      { row: 2, text: '1' },
    ]);
  });
});

describe('splitting CSV', () => {
  const columns = ['actor', 'claim', 'stance'];
  const isColumn = (name: string) => columns.includes(name);
  const cellText = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\n', ' ', '한'), maxLength: 8 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('reads what RFC 4180 writes, however the bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cellText, cellText, cellText), { maxLength: 6 }),
        sizes,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, pieces, delimiter, end) => {
          const bytes = Buffer.from(
            [columns.join(delimiter), ...rows.map((row) => row.map(quoted).join(delimiter))].join(end),
          );
          const splitter = new CsvSplitter(isColumn);
          const cut = splitInPieces(splitter, bytes, pieces);
          expect(splitter.header).toEqual({ delimiter, columns, row: 1 });
          expect(cut.map(({ text }) => splitCells(text ?? '', delimiter))).toEqual(rows);
        },
      ),
    );
  });

  it('numbers a record by the line on which it begins', () => {
    const rows = splitWhole(
      new CsvSplitter(isColumn),
      Buffer.from('actor,claim,stance\n"a\n\nb",c,asserts\n\nd,e,denies\n'),
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 6]);
  });

  it('reads a header in any case, with blanks around the names', () => {
    const splitter = new CsvSplitter(isColumn);
    splitWhole(splitter, Buffer.from('Actor ;"CLAIM"; stance\n'));
    expect(splitter.header).toEqual({ delimiter: ';', columns, row: 1 });
  });

  it('takes a quote within a plain cell as it is', () => {
    expect(splitCells('a 6" gun,b', ',')).toEqual(['a 6" gun', 'b']);
    const rows = splitWhole(new CsvSplitter(isColumn), Buffer.from('actor,claim,stance\na 6" gun,b,c\nd,e,f\n'));
    expect(rows.map(({ text }) => text)).toEqual(['a 6" gun,b,c', 'd,e,f']);
  });

  it('refuses text after a closing quote', () => {
    expect(splitCells('"a"b,c', ',')).toBeUndefined();
  });

  it('reports a quote that is never closed, and where it begins', () => {
    expect(() => splitWhole(new CsvSplitter(isColumn), Buffer.from('actor,claim,stance\na,b,c\n"d,e,f\ng'))).toThrow(
      'The quoted cell in the row that begins in line 3 is never closed. It opens in line 3. Close its quote, or copy the file again.',
    );
  });
});
