/** Exports the whole visible database as a file of the native format. The same content always gives the same file. */
import { createHash } from 'node:crypto';
import { NATIVE_FORMAT } from '../contract/native.ts';
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import { readDataVersion, readHidden } from '../store/imports.ts';
import { type RecordOf, SECTIONS, type Section } from '../store/records.ts';
import { readIds, readRecords, readTexts } from '../store/stored-content.ts';
import { nativeRecord } from './native-record.ts';

export type NativeExportFormat = 'json' | 'jsonl';

/** Records read at a time. */
const PAGE = 1_000;
/** A document may have 2 MB of text. */
const DOCUMENT_PAGE = 50;

/** The content changed during the export, so what was written so far is not consistent. */
export class ExportChangedError extends Error {
  readonly code = 'export-changed';
  constructor() {
    super('The data changed while it was being exported. Export again.');
    this.name = 'ExportChangedError';
  }
}

/**
 * Exports everything visible, in chunks of text. The form is canonical: records in order of id, keys in the order of the
 * contract, nothing that depends on the time or order of imports.
 *
 * Memory: the ids of one section, and one page of records.
 *
 * @throws ExportChangedError when an import is published or undone meanwhile; EngineError.
 */
export async function* exportNative(engine: GraphEngine, format: NativeExportFormat): AsyncGenerator<string> {
  const pages = exportPages(engine);
  yield* format === 'jsonl' ? asLines(pages) : asObject(pages);
}

/** SHA-256 (hex) of the JSONL export: equal for equal content. */
export async function exportHash(engine: GraphEngine): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of exportNative(engine, 'jsonl')) hash.update(chunk);
  return hash.digest('hex');
}

interface Page {
  readonly section: Section;
  readonly records: readonly object[];
}

async function* exportPages(engine: GraphEngine): AsyncGenerator<Page> {
  const { version, hidden } = await engine.read(async (q) => ({
    version: await readDataVersion(q),
    hidden: await readHidden(q),
  }));
  for (const section of SECTIONS) {
    const ids = await engine.read((q) => readIds(q, section, hidden));
    const size = section === 'documents' ? DOCUMENT_PAGE : PAGE;
    for (let at = 0; at < ids.length; at += size) {
      const page = ids.slice(at, at + size);
      const records = await engine.read(async (q) => {
        if ((await readDataVersion(q)) !== version) throw new ExportChangedError();
        return readPage(q, section, { ids: page, hidden });
      });
      yield { section, records: records.map((record) => nativeRecord(section, record)) };
    }
  }
}

async function readPage<S extends Section>(
  q: Queryable,
  section: S,
  query: { readonly ids: readonly string[]; readonly hidden: readonly string[] },
): Promise<readonly RecordOf[S][]> {
  const records = (await readRecords(q, section, query)).map(({ record }) => record);
  if (section !== 'documents') return inOrder(records, query.ids);
  const texts = await readTexts(q, query);
  return inOrder(
    records.map((record) => {
      const text = texts.get(record.id);
      return text === undefined ? record : { ...record, text };
    }),
    query.ids,
  );
}

/** Sorts records by the given ids, because an engine may not sort by code units. */
function inOrder<R extends { readonly id: string }>(records: readonly R[], ids: readonly string[]): R[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const TYPES = {
  actors: 'actor',
  claims: 'claim',
  documents: 'document',
  statements: 'statement',
} as const satisfies Record<Section, string>;

/** The head is part of the first page, so that a database that fails immediately fails before any output. */
async function* asLines(pages: AsyncIterable<Page>): AsyncGenerator<string> {
  let head = `${JSON.stringify({ type: 'file', format: NATIVE_FORMAT })}\n`;
  for await (const { section, records } of pages) {
    yield head + records.map((record) => `${JSON.stringify({ type: TYPES[section], ...record })}\n`).join('');
    head = '';
  }
  if (head !== '') yield head;
}

async function* asObject(pages: AsyncIterable<Page>): AsyncGenerator<string> {
  const head = `{"format":${JSON.stringify(NATIVE_FORMAT)}`;
  let open: Section | undefined;
  for await (const { section, records } of pages) {
    const lines = records.map((record) => JSON.stringify(record)).join(',\n');
    yield section === open ? `,\n${lines}` : `${open === undefined ? head : '\n]'},\n"${section}":[\n${lines}`;
    open = section;
  }
  yield open === undefined ? `${head}}\n` : '\n]}\n';
}
