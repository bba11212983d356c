/** A statement as a citation: actor, stance, claim, quotation, source and date. */
import type { StatementView } from '../../../server/contract/explorer.ts';
import { dateText } from '../../words/dates.ts';
import { isolated, messageText } from '../../words/define-messages.ts';
import { CITE } from '../../words/messages/export.ts';
import { MODALITIES } from '../../words/messages/model.ts';

export const CITATION_FORMS = ['plain', 'markdown', 'bibtex'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** Adds a full stop if the sentence has no end mark. */
const ended = (text: string): string => (/[.!?…]["”“]?$/u.test(text) ? text : `${text}.`);

function sentence(statement: StatementView): string {
  const { actor, claim, stance, modality, quotation, reportedBy } = statement;
  const position = messageText(CITE, stance, { actor: actor.name, claim: claim.text });
  const tag = modality === 'stated' ? '' : messageText(CITE, 'tagged', { modality: messageText(MODALITIES, modality) });
  const words =
    quotation === undefined ? '' : ended(messageText(CITE, 'quoted', { quotation: quotation.exact.trim() }));
  const reporters =
    reportedBy.length === 0
      ? ''
      : messageText(CITE, 'reported', { reporters: reportedBy.map(({ name }) => name).join(', ') });
  return ended(position + tag) + words + reporters;
}

/** Publisher and dates, after the title. */
function details({ document, date }: StatementView): readonly string[] {
  const published = document?.publishedAt ?? date;
  return [document?.publisher?.name, published === undefined ? undefined : dateText(published)].filter(
    (part) => part !== undefined,
  );
}

export function plainCitation(statement: StatementView): string {
  const { document } = statement;
  const source =
    document === undefined
      ? details(statement).join(', ')
      : [document.title, ...details(statement), document.url]
          .filter((part) => part !== undefined)
          .map(isolated)
          .join(', ');
  return source === ''
    ? sentence(statement)
    : `${sentence(statement)} ${document?.url === undefined ? ended(source) : source}`;
}

const MARKDOWN = /[\\`*_[\]<>#|~]/gu;
const escapeMarkdown = (text: string): string =>
  text.replaceAll(MARKDOWN, (character) => `\\${character}`).replaceAll(/\s+/gu, ' ');

export function markdownCitation(statement: StatementView): string {
  const { document } = statement;
  const words = escapeMarkdown(sentence(statement));
  const title =
    document === undefined
      ? []
      : [
          document.url === undefined
            ? `*${escapeMarkdown(document.title)}*`
            : `[${escapeMarkdown(document.title)}](<${document.url.replaceAll(/[<>]/gu, encodeURIComponent)}>)`,
        ];
  const source = [...title, ...details(statement).map(escapeMarkdown)].join(', ');
  return source === '' ? words : `${words} ${ended(source)}`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeTex = (text: string): string =>
  text.replaceAll(/[\\{}$&%#_~^]/gu, (character) => TEX[character] ?? character).replaceAll(/\s+/gu, ' ');

/** In the value of a field, braces end it and a backslash begins a command. */
const UNSAFE_IN_BIBTEX = /[{}\\]/gu;

export function bibtexCitation(statement: StatementView): string {
  const { id, document, date } = statement;
  const published = document?.publishedAt ?? date;
  const fields = [
    ['title', `{${escapeTex(document?.title ?? statement.claim.text)}}`],
    [
      'author',
      document?.publisher === undefined
        ? `{${escapeTex(statement.actor.name)}}`
        : `{${escapeTex(document.publisher.name)}}`,
    ],
    ['year', published?.slice(0, 4)],
    ['date', published],
    ['url', document?.url?.replaceAll(UNSAFE_IN_BIBTEX, encodeURIComponent)],
    ['note', escapeTex(sentence(statement))],
  ].filter((field): field is [string, string] => field[1] !== undefined);
  return `@misc{${id.replaceAll(/[^\w:-]+/gu, '-')},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}

export const CITATIONS: Readonly<Record<CitationForm, (statement: StatementView) => string>> = {
  plain: plainCitation,
  markdown: markdownCitation,
  bibtex: bibtexCitation,
};
