/** Recognises content of other formats by its beginning, so that a message can name it. */
import { NATIVE_FORMAT } from '../../contract/native.ts';
import { FileFault } from './byte-source.ts';

/** How much of the beginning is looked at. */
export const HEAD_BYTES = 64 * 1024;

const EXPECTED = `Gainsay expects one JSON object with "format": "${NATIVE_FORMAT}" and lists of actors, claims, documents and statements. Convert the file to it, or to CSV.`;

/** Keys and values that only this format has. The first that matches names the content. A quote within a JSON string is escaped, so text does not match. */
const SIGNATURES: readonly (readonly [string, RegExp])[] = [
  ['ClaimReview', /"@type"\s*:\s*(?:\[\s*)?"[^"]{0,40}ClaimReview"|"claimReviewed"\s*:|"claimReview"\s*:\s*\[/],
  ['annotations of Hypothesis', /"user"\s*:\s*"acct:|"rows"\s*:\s*\[\s*\{[^}]{0,2000}"(?:group|user|uri)"\s*:/],
  ['W3C Web Annotation', /anno\.jsonld|"type"\s*:\s*"Annotation(?:Page|Collection)?"|"type"\s*:\s*"TextQuoteSelector"/],
  ['GeoJSON', /"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection)"/],
  ['TopoJSON', /"type"\s*:\s*"Topology"/],
  ['STIX', /"type"\s*:\s*"bundle"|"spec_version"\s*:/],
  ['AIF (Argument Interchange Format)', /"nodeID"\s*:/],
  [
    'Cytoscape JSON',
    /"elements"\s*:\s*[[{]|"group"\s*:\s*"(?:nodes|edges)"|\{\s*"data"\s*:\s*\{\s*"(?:id|source|target)"/,
  ],
  ['Zotero JSON', /"itemType"\s*:/],
  [
    'CSL JSON',
    /"type"\s*:\s*"(?:article(?:-[a-z]+)?|book|chapter|webpage|report|thesis|paper-conference|post(?:-weblog)?|speech|interview|dataset|broadcast|motion_picture|legislation|legal_case|entry(?:-[a-z]+)?|manuscript)"|"container-title"\s*:|"date-parts"\s*:/,
  ],
  ['a node-link graph', /"nodes"\s*:\s*\[\s*\{|"(?:links|edges)"\s*:\s*\[\s*\{/],
  ['an OpenAPI description', /"openapi"\s*:\s*"/],
  ['a JSON Schema', /"\$schema"\s*:\s*"[^"]*json-schema/],
  ['JSON-LD', /"@(?:context|graph)"\s*:/],
];
const OWN_FORMAT = /"format"\s*:\s*"gainsay\/\d/;
const OWN_LINE = /^\{.*"type"\s*:\s*"(?:file|actor|claim|document|statement)"/;
const PRETTY_OBJECT = /^\{[ \t]*\r?\n/;
/** A native JSON object has no member of this name, and the first line of JSONL has it early. */
const FIRST_LINE = 2_000;
const TABLE = /^"?(?=[^\r\n]*\bactor\b)(?=[^\r\n]*\bclaim\b)(?=[^\r\n]*\bstance\b)[^{[<]/i;

/** The foreign format that a JSON text begins like. */
function foreignName(head: string): string | undefined {
  return OWN_FORMAT.test(head) ? undefined : SIGNATURES.find(([, pattern]) => pattern.test(head))?.[0];
}

function badFormat(reason: string): FileFault {
  return new FileFault('bad-format', reason);
}

/** Throws a FileFault if the file is not one native JSON object, but something else that can be named. */
export function refuseForeignJson(head: string): void {
  const text = head.trimStart();
  const name = foreignName(text);
  if (name !== undefined) throw badFormat(`This looks like ${name}. ${EXPECTED}`);
  if (OWN_LINE.test(firstLine(text)))
    throw badFormat('This is JSONL, one record on each line, and not JSON. Name the file .jsonl.');
  if (TABLE.test(text)) throw badFormat('This is a table and not JSON. Name the file .csv.');
}

/** Throws a FileFault if the file is not JSONL, but something else that can be named. */
export function refuseForeignLines(head: string): void {
  const text = head.trimStart();
  if (OWN_LINE.test(firstLine(text))) return;
  const name = foreignName(text);
  if (name !== undefined) throw badFormat(`This looks like ${name}. ${EXPECTED}`);
  if (PRETTY_OBJECT.test(text) || OWN_FORMAT.test(firstLine(text)))
    throw badFormat('This is one JSON object and not JSONL, which has one record on each line. Name the file .json.');
  if (text.startsWith('[')) throw badFormat(`This is a JSON list. ${EXPECTED}`);
  if (TABLE.test(text)) throw badFormat('This is a table and not JSONL. Name the file .csv.');
}

/** Throws a FileFault if the file is not a table. */
export function refuseForeignTable(head: string): void {
  const text = head.trimStart();
  if (/^[{[]\s*["{[\]}]/.test(text)) {
    const name = foreignName(text);
    if (name !== undefined) throw badFormat(`This looks like ${name}, and not like a table. ${EXPECTED}`);
    throw badFormat('This is JSON and not a table. Name the file .json, or .jsonl if it has one record on each line.');
  }
  if (/^<(?:!|\?|[a-z])/i.test(text))
    throw badFormat('This is HTML or XML and not a table. Save the table as CSV in UTF-8.');
}

function firstLine(text: string): string {
  return text.slice(0, FIRST_LINE).split(/\r?\n/, 1)[0] ?? '';
}

/** Collects the beginning of a file and looks at it once, before anything else reads it. */
export class HeadCheck {
  readonly #refuse: (head: string) => void;
  #head: Buffer | undefined = Buffer.alloc(0);

  constructor(refuse: (head: string) => void) {
    this.#refuse = refuse;
  }

  /** @returns The bytes that can be read now: none until enough of the beginning is there. Throws {@link FileFault}. */
  push(chunk: Buffer): Buffer {
    if (this.#head === undefined) return chunk;
    this.#head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    return this.#head.length < HEAD_BYTES ? Buffer.alloc(0) : this.end();
  }

  /** @returns The bytes that were not read yet. Throws {@link FileFault}. */
  end(): Buffer {
    const head = this.#head ?? Buffer.alloc(0);
    this.#head = undefined;
    if (head.length > 0) this.#refuse(head.toString('utf8', 0, HEAD_BYTES));
    return head;
  }
}
