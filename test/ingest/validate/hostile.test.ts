import { readdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '../../../server/contract/imports.ts';
import { validateFile } from '../../../server/ingest/validate/validate-file.ts';
import { generateFile } from '../../generate/write.ts';
import { knownRecords, validate } from './support.ts';

const FORMATS = ['json', 'jsonl', 'csv'] as const satisfies readonly ImportFormat[];
const codes = ({ faults }: Awaited<ReturnType<typeof validate>>) => faults.faults.map(({ row, code }) => [row, code]);
const MB = 1_000_000;

describe('wrong bytes', () => {
  it.each(FORMATS)('never crash %s, and never give half a file', async (format) => {
    const original = Buffer.from([...generateFile({ statements: 8, seed: 5 }, format)].join(''));
    const change = fc.record({
      at: fc.nat(original.length - 1),
      byte: fc.nat(255),
      kind: fc.constantFrom('replace', 'insert', 'remove', 'cut'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const { faults, records, counts } = await validate(format, changes.reduce(mutated, original));
        const loaded = Object.values(records).flat().length;
        const counted = Object.values(counts).reduce((sum, { added, merged }) => sum + added + merged, 0);
        expect(loaded).toBe(faults.total > 0 ? 0 : counted);
        for (const { reason, code } of faults.faults)
          expect([code, reason]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.stringMatching(/\.$/)]);
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    ['empty', '', 'empty-file'],
    ['nothing but a mark', '\ufeff', 'empty-file'],
    ['UTF-16, little end first', Buffer.from('\ufeff{}', 'utf16le'), 'bad-encoding'],
    ['UTF-16, big end first', Buffer.from('\ufeff{}', 'utf16le').swap16(), 'bad-encoding'],
  ] as const)('are reported for a file that is %s', async (_name, content, code) => {
    for (const format of ['json', 'jsonl'] as const)
      expect(codes(await validate(format, content))).toEqual([[undefined, code]]);
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-16 without a mark, little end first', Buffer.from('actor,claim,stance\n', 'utf16le'), 'UTF-16'],
    ['UTF-16 without a mark, big end first', Buffer.from('{"type":"file"}', 'utf16le').swap16(), 'UTF-16'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), '.xlsx'],
  ])('are reported for a file that is %s, with advice', async (_name, content, word) => {
    for (const format of ['json', 'jsonl', 'csv'] as const) {
      expect((await validate(format, content)).faults.faults).toEqual([
        expect.objectContaining({ reason: expect.stringContaining(word) }),
      ]);
    }
  });

  it.each([20, 20_000])('are reported for a CSV whose lines end with carriage returns only (%i rows)', async (rows) => {
    const { faults } = await validate('csv', `actor,claim,stance\r${'a,c,asserts\r'.repeat(rows)}`);
    expect(faults.faults).toMatchObject([{ code: 'bad-csv', reason: expect.stringContaining('carriage return') }]);
  });

  it('are reported in whole characters, which every program can read', async () => {
    const { faults } = await validate(
      'jsonl',
      '{"type":"actor","id":"\\ud83d","name":"A","x\\udc00":1}\n{"type":"\\ud83d"}\n',
    );
    expect(faults.total).toBe(3);
    expect(JSON.stringify(faults)).not.toMatch(/\\ud[89a-f]/);
    expect(faults.faults.map(({ field }) => field)).toEqual(['id', 'x\ufffd', 'type']);
  });

  it('are reported for a line without a type', async () => {
    expect((await validate('jsonl', '{"id":"a"}\n')).faults.faults).toMatchObject([
      { code: 'missing', reason: 'Each line needs a type: file, actor, claim, document or statement. Add it.' },
    ]);
  });

  it('are reported for a native file without its format, or with another', async () => {
    expect((await validate('json', '{}')).faults.faults).toMatchObject([
      { field: 'format', code: 'bad-format', reason: 'The file does not name its format. Add "format": "gainsay/1".' },
    ]);
    expect((await validate('json', '{"format":"gainsay/2"}')).faults.faults).toMatchObject([
      { field: 'format', code: 'bad-format' },
    ]);
    expect((await validate('jsonl', '{"type":"file","format":"other"}')).faults.faults).toMatchObject([
      { row: 1, field: 'format', code: 'bad-format' },
    ]);
    expect((await validate('json', '{"format":"gainsay/1","actors":{},"extra":1}')).faults.faults).toMatchObject([
      { field: 'actors', code: 'bad-value' },
      { field: 'extra', code: 'unknown-field' },
    ]);
  });

  it('are reported with the row of a line', async () => {
    const content = Buffer.concat([
      Buffer.from('{"type":"claim","id":"c","text":"C"}\n{"type":"claim","id":"d","text":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\nnull\n{"type":"x"}\n{"id":1}\n{"a":\n{"type":"file","format":"gainsay/1"}\n{"type":"cla'),
    ]);
    expect(codes(await validate('jsonl', content))).toEqual([
      [2, 'bad-encoding'],
      [3, 'bad-value'],
      [4, 'bad-value'],
      [5, 'missing'],
      [6, 'bad-json'],
      [7, 'bad-value'],
      [8, 'truncated'],
    ]);
  });

  it.each([
    ['"text":"C","text":"D"', 'text'],
    ['"text" \t: "C", "text"\t:"C"', 'text'],
    ['"t\\u0065xt":"\\":","text":"\\\\"', 'text'],
  ])('are a fault when a name occurs twice: %s', async (members, field) => {
    const { faults } = await validate('jsonl', `{"type":"claim","id":"c",${members}}\n`);
    expect(faults.faults).toMatchObject([{ row: 1, section: 'claims', field, code: 'duplicate-field' }]);
    expect(
      (await validate('json', `{"format":"gainsay/1","claims":[{"id":"b","text":"B"},{"id":"c",${members}}]}`)).faults
        .faults,
    ).toMatchObject([{ row: 2, section: 'claims', field, code: 'duplicate-field' }]);
  });

  it('are a fault when a name occurs twice in a nested object, but not when it occurs once in each', async () => {
    const statement = (quotation: string): string =>
      `{"type":"actor","id":"a","name":"A"}\n{"type":"claim","id":"c","text":"\\"x\\": \\"text\\":"}\n{"type":"statement","actor":"a","claim":"c","stance":"asserts","quotation":${quotation}}\n`;
    expect((await validate('jsonl', statement('{"exact":"x","prefix":"y","exact":"z"}'))).faults.faults).toMatchObject([
      { row: 3, field: 'quotation.exact', code: 'duplicate-field' },
    ]);
    expect((await validate('jsonl', statement('{"exact":"\\"exact\\":\\"exact\\":"}'))).faults.total).toBe(0);
  });

  it('do not reach a prototype', async () => {
    const { faults } = await validate(
      'jsonl',
      '{"type":"claim","id":"c","text":"C","__proto__":{"topic":"x"}}\n{"type":"claim","id":"__proto__","text":"P"}\n{"type":"__proto__"}\n',
    );
    expect(faults.faults.map(({ row, field, code }) => [row, field, code])).toEqual([
      [1, '__proto__', 'unknown-field'],
      [3, 'type', 'bad-value'],
    ]);
    expect(codes(await validate('json', '{"format":"gainsay/1","__proto__":[{}],"constructor":1}'))).toEqual([
      [undefined, 'unknown-field'],
      [undefined, 'unknown-field'],
    ]);
    expect(
      (await validate('csv', 'actor,claim,stance,__proto__,constructor\na,c,asserts,x,y')).faults.faults.map(
        ({ field }) => field,
      ),
    ).toEqual(['__proto__', 'constructor']);
  });
});

describe('compressed files', () => {
  it('are read as what they hold', async () => {
    const content = [...generateFile({ statements: 20, seed: 1 }, 'jsonl')].join('');
    const [plain, zipped] = [await validate('jsonl', content), await validate('jsonl', gzipSync(content))];
    expect(zipped.records).toEqual(plain.records);
    expect(zipped.sha256).not.toBe(plain.sha256);
  });

  it('that are cut off or damaged are refused', async () => {
    const zipped = gzipSync([...generateFile({ statements: 20, seed: 1 }, 'jsonl')].join(''));
    expect(codes(await validate('jsonl', zipped.subarray(0, 1_000))).filter(([row]) => row === undefined)).toEqual([
      [undefined, 'truncated'],
    ]);
    expect(
      codes(
        await validate('jsonl', Buffer.concat([zipped.subarray(0, 200), Buffer.alloc(200, 7), zipped.subarray(400)])),
      ).at(0),
    ).toEqual([undefined, 'bad-gzip']);
  });

  it('that inflate to more than a hundred times their size are refused, in little memory', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MB, '\n'));
    const before = process.memoryUsage().rss;
    expect(codes(await validate('jsonl', bomb))).toEqual([[undefined, 'too-large']]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  });
});

describe('oversized rows', () => {
  it('are refused at 1 MB, documents with a text at 2.5 MB', async () => {
    const claim = (length: number) => JSON.stringify({ type: 'claim', id: 'c', text: 'x'.repeat(length) });
    const document = (length: number) =>
      JSON.stringify({ type: 'document', id: 'd', title: 'D', text: 'ü'.repeat(length) });
    expect(codes(await validate('jsonl', `${claim(MB)}\n`))).toEqual([[1, 'row-too-long']]);
    expect(codes(await validate('jsonl', `${document(MB)}\n`))).toEqual([]);
    expect(codes(await validate('jsonl', `${document(1.3 * MB)}\n${claim(1)}\n`))).toEqual([[1, 'row-too-long']]);
    expect(
      codes(await validate('csv', `actor,claim,stance,note\na,c,asserts,${'x'.repeat(MB)}\na,c,denies,\n`)),
    ).toEqual([[2, 'row-too-long']]);
  });

  it.each<[ImportFormat, string, string]>([
    ['jsonl', '{"type":"claim","id":"', 'row-too-long'],
    ['json', '{"format":"gainsay/1","claims":["', 'truncated'],
    ['csv', 'actor,claim,stance\na,"', 'truncated'],
  ])('that never end do not fill the memory: %s', async (format, head, code) => {
    const endless = Buffer.concat([Buffer.from(head), Buffer.alloc(150 * MB, 'x')]);
    const before = process.memoryUsage().rss;
    const { faults } = await validate(format, endless);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
    expect(faults.faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('that are nested without end are refused', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      expect(codes(await validate('jsonl', `{"type":"claim","id":"c","text":${deep}}\n`))).toEqual([[1, 'too-deep']]);
      expect(codes(await validate('json', `{"format":"gainsay/1","claims":[${deep}],"x":${deep}}`))).toEqual([
        [undefined, 'too-deep'],
        [1, 'too-deep'],
      ]);
    }
  });
});

describe('thousands of faults', () => {
  it('in one row are reported as twenty', async () => {
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`x${index}`, 1]));
    expect((await validate('jsonl', [{ type: 'claim', id: 'c', text: 'C', ...fields }])).faults.total).toBe(20);
    expect(
      (
        await validate('jsonl', [
          { type: 'actor', id: 'a', name: 'A', aliases: Array.from({ length: 200_000 }, () => 1) },
        ])
      ).faults.total,
    ).toBe(1);
  });

  it('in a cell are reported as one', async () => {
    const { faults } = await validate(
      'csv',
      `actor,claim,stance,reporter\na,c,asserts,${Array.from({ length: 100_000 }, (_, index) => `r${index}`).join(';')}`,
    );
    expect(faults.faults).toMatchObject([{ row: 2, field: 'reporter', code: 'too-long' }]);
  });

  it('in the structure of a JSON file end its reading', async () => {
    const members = Array.from({ length: 1_000_000 }, (_, index) => `"x${index}":1`).join();
    const { faults } = await validate('json', `{"format":"gainsay/1",${members}}`);
    expect(faults.faults.map(({ code }) => code)).toContain('bad-json');
    expect(codes(await validate('json', `{"${'x'.repeat(MB)}":1}`))).toEqual([[undefined, 'bad-json']]);
  });
});

describe('a validation', () => {
  it('that is cancelled rejects with the reason and leaves nothing on the disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gainsay-cancel-'));
    const path = join(folder, 'file');
    const content = [...generateFile({ statements: 3_000, seed: 1 }, 'jsonl')].join('');
    for (const [stopAfter, bytes] of [
      [0, content],
      [1, content],
      [3, content],
      [6, content],
      [8, content],
      [1, gzipSync(content)],
      [8, gzipSync(content)],
    ] as const) {
      await writeFile(path, bytes);
      const controller = new AbortController();
      let calls = 0;
      const onProgress = () => {
        calls += 1;
        if (calls >= stopAfter) controller.abort(new RangeError('enough'));
      };
      if (stopAfter === 0) controller.abort(new RangeError('enough'));
      const validation = validateFile(
        { path, file: 'f', format: 'jsonl' },
        { known: knownRecords({}), tmp: folder, signal: controller.signal, onProgress },
      );
      await expect(validation).rejects.toThrow(new RangeError('enough'));
      expect(await readdir(folder)).toEqual(['file']);
    }
    await rm(folder, { recursive: true });
  });

  it('reports progress, from the first bytes to the last record', async () => {
    const told: number[] = [];
    const content = [...generateFile({ statements: 3_000, seed: 1 }, 'jsonl')].join('');
    const { rows } = await validate('jsonl', content, {
      onProgress: ({ bytes, totalBytes, rows: read }) => told.push(bytes / totalBytes, read),
    });
    const shares = told.filter((_, index) => index % 2 === 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares.at(-1), told.at(-1)]).toEqual([1, rows]);
  });

  it('that loses the database reports it and leaves nothing on the disk', async () => {
    const lost = { ...knownRecords({}), claims: () => Promise.reject(new RangeError('lost')) };
    await expect(validate('jsonl', '{"type":"claim","id":"c","text":"C"}\n', { known: lost })).rejects.toThrow('lost');
  });

  it('that has no room for its spool reports it', async () => {
    const path = join(tmpdir(), 'gainsay-no-spool');
    await writeFile(path, '');
    const validation = validateFile({ path, file: 'f', format: 'json' }, { known: knownRecords({}), tmp: '/nowhere' });
    await expect(validation).rejects.toMatchObject({ code: 'spool-storage', cause: { code: 'ENOENT' } });
    await rm(path);
  });

  it('of a file that is not there rejects with the error of the file system', async () => {
    const missing = validateFile(
      { path: '/nowhere/at/all', file: 'f', format: 'json' },
      { known: knownRecords({}), tmp: tmpdir() },
    );
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

interface Change {
  readonly at: number;
  readonly byte: number;
  readonly kind: 'replace' | 'insert' | 'remove' | 'cut';
}

function mutated(bytes: Buffer, { at, byte, kind }: Change): Buffer {
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + (kind === 'insert' ? 0 : 1))];
  if (kind === 'cut') return before;
  return Buffer.concat(kind === 'remove' ? [before, after] : [before, Buffer.of(byte), after]);
}
