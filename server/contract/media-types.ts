/** Every media type that the server and the page use, and the file formats that some of them name. */
import type { ImportFormat } from './imports.ts';

export const MEDIA_TYPES = {
  css: 'text/css',
  csv: 'text/csv',
  events: 'text/event-stream',
  html: 'text/html',
  json: 'application/json',
  jsonLines: 'application/x-ndjson',
  jsonSchema: 'application/schema+json',
  plainText: 'text/plain',
  png: 'image/png',
  problem: 'application/problem+json',
  svg: 'image/svg+xml',
} as const;

/** The media type of an upload in each import format. `Content-Encoding: gzip` is accepted with all of them. */
export const IMPORT_MEDIA_TYPES = {
  json: MEDIA_TYPES.json,
  jsonl: MEDIA_TYPES.jsonLines,
  csv: MEDIA_TYPES.csv,
} as const satisfies Record<ImportFormat, string>;

/** The formats of a native export. */
export const EXPORT_FORMATS = ['json', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The media type of a native export in each format. */
export const EXPORT_MEDIA_TYPES = { json: MEDIA_TYPES.json, jsonl: MEDIA_TYPES.jsonLines } as const satisfies Record<
  ExportFormat,
  string
>;
