/** What is shown as a native file, which can be imported again. Pure. */
import { type Attributes, fileAttributes } from '../../../server/contract/attributes.ts';
import type { ActorRef, DocumentRef, StatementView } from '../../../server/contract/explorer.ts';
import { NATIVE_FORMAT } from '../../../server/contract/native.ts';
import type { Actor, Claim, Document, NativeFile, Statement } from '../../../server/contract/native.ts';
import type { ShownGraph } from './shown-graph.ts';

/** The part of a document that only the document itself contains. */
export interface DocumentText {
  readonly language?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly text?: string | undefined;
}

interface FileParts {
  readonly title: string;
  readonly shown: ShownGraph;
  readonly statements: readonly StatementView[];
  /** By the id of the document; documents that are not in the map have no text in the file. */
  readonly texts: ReadonlyMap<string, DocumentText>;
}

function actorsOf({ shown: { nodes, edges }, statements }: FileParts): Actor[] {
  const speaksFor = new Map<string, string[]>();
  for (const edge of edges.values()) {
    if (edge.type === 'speaksFor') speaksFor.set(edge.source, [...(speaksFor.get(edge.source) ?? []), edge.target]);
  }
  const actors = new Map<string, Actor>();
  for (const node of nodes.values()) {
    if (node.type !== 'actor') continue;
    const principals = speaksFor.get(node.id);
    actors.set(node.id, {
      id: node.id,
      name: node.name,
      ...(node.kind !== undefined && { kind: node.kind }),
      ...(node.aliases.length > 0 && { aliases: [...node.aliases] }),
      ...(node.description !== undefined && { description: node.description }),
      ...(principals !== undefined && { speaksFor: [...principals].sort() }),
      ...(node.attributes !== undefined && { attributes: fileAttributes(node.attributes) }),
    });
  }
  const mention = ({ id, name, kind }: ActorRef) => {
    if (!actors.has(id)) actors.set(id, { id, name, ...(kind !== undefined && { kind }) });
  };
  for (const { actor, reportedBy, document } of statements) {
    for (const one of [actor, ...reportedBy, ...(document?.publisher ? [document.publisher] : [])]) mention(one);
  }
  return [...actors.values()];
}

function claimsOf({ shown: { nodes }, statements }: FileParts): Claim[] {
  const claims = new Map<string, Claim>();
  for (const node of nodes.values()) {
    if (node.type !== 'claim') continue;
    claims.set(node.id, {
      id: node.id,
      text: node.text,
      ...(node.topics !== undefined && { topics: [...node.topics] }),
      ...(node.scope !== undefined && { scope: node.scope }),
      ...(node.attributes !== undefined && { attributes: fileAttributes(node.attributes) }),
    });
  }
  for (const { claim } of statements) if (!claims.has(claim.id)) claims.set(claim.id, claim);
  return [...claims.values()];
}

function documentOf(
  { id, title, url, publisher, publishedAt }: DocumentRef,
  { language, attributes, text }: DocumentText = {},
): Document {
  return {
    id,
    title,
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher: publisher.id }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...(attributes !== undefined && { attributes: fileAttributes(attributes) }),
    ...(text !== undefined && { text }),
  };
}

/** The position of a quotation is written only together with the text of its document. */
function statementOf(
  { id, actor, claim, stance, date, modality, document, quotation, reportedBy, note }: StatementView,
  hasText: boolean,
): Statement {
  return {
    id,
    actor: actor.id,
    claim: claim.id,
    stance,
    modality,
    ...(date !== undefined && { date }),
    ...(document !== undefined && { document: document.id }),
    ...(quotation !== undefined && {
      quotation: {
        exact: quotation.exact,
        ...(quotation.prefix !== undefined && { prefix: quotation.prefix }),
        ...(quotation.suffix !== undefined && { suffix: quotation.suffix }),
        ...(hasText && quotation.start !== undefined && { start: quotation.start }),
        ...(hasText && quotation.end !== undefined && { end: quotation.end }),
      },
    }),
    ...(reportedBy.length > 0 && { reportedBy: reportedBy.map((reporter) => reporter.id) }),
    ...(note !== undefined && { note }),
  };
}

/** The native file of the shown graph, with all records that its statements refer to. */
export function nativeFile(parts: FileParts): NativeFile {
  const documents = new Map(
    parts.statements.flatMap(({ document }) => (document === undefined ? [] : [[document.id, document] as const])),
  );
  return {
    format: NATIVE_FORMAT,
    ...(parts.title.trim() !== '' && { title: parts.title.trim() }),
    actors: actorsOf(parts),
    claims: claimsOf(parts),
    documents: [...documents.values()].map((document) => documentOf(document, parts.texts.get(document.id))),
    statements: parts.statements.map((statement) =>
      statementOf(statement, parts.texts.get(statement.document?.id ?? '')?.text !== undefined),
    ),
  };
}
