/** The description of the API for people: one page of plain HTML, without scripts or remote content. */
import { ENDPOINT_GROUPS } from '../contract/endpoint.ts';
import type { JsonSchema, OpenApiDocument, OpenApiOperation } from '../contract/openapi.ts';
import { PROBLEMS } from '../contract/problems.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
/** Escaped, with `code` between backticks. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The whole page. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = ENDPOINT_GROUPS.map((group) => {
    const inGroup = operations.filter(({ operation }) => operation.tags.includes(group));
    return { group, sections: inGroup.map(endpointSection).join('\n'), links: inGroup.map(endpointLink).join('') };
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gainsay: the interface for programs</title>
<link rel="stylesheet" href="/api/docs.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><p class="mark"><a href="/">Gain<i>say</i></a></p>
<h1>The interface for programs</h1>
<p>${prose(document.info.description)} For machines: <a href="/api/openapi.json">openapi.json</a>. Version ${escape(document.info.version)}.</p></header>
<nav aria-label="Contents">${groups.map(({ group, links }) => `<h2>${group}</h2><ul>${links}</ul>`).join('')}
<h2>Reference</h2><ul><li><a href="#shapes">Shapes</a></li><li><a href="#problems">Problems</a></li></ul></nav>
<main>
${groups.map(({ group, sections }) => `<h2>${group}</h2>\n${sections}`).join('\n')}
<h2 id="shapes">Shapes</h2>
${Object.entries(document.components.schemas).map(shapeSection).join('\n')}
<h2 id="problems">Problems</h2>
<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>
${Object.entries(PROBLEMS)
  .map(
    ([code, { status, title }]) =>
      `<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td><td>${prose(title)}</td></tr>`,
  )
  .join('\n')}
</tbody></table>
</main>
</body>
</html>
`;
}

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function endpointLink({ path, method, operation }: Listed): string {
  return `<li><a href="#${operation.operationId}"><b>${method}</b> ${escape(path.replace('/api', ''))}</a></li>`;
}

function endpointSection({ path, method, operation }: Listed): string {
  const [success] = Object.entries(operation.responses);
  const answers = Object.entries(success?.[1].content ?? {}).map(
    ([type, { schema }]) => `${typeName(schema)} <small>${escape(type)}</small>`,
  );
  const problems = Object.entries(operation.responses)
    .slice(1)
    .flatMap(([status, { description }]) =>
      [...description.matchAll(/`([a-z-]+)`/g)].map(
        ([, code]) => `<a href="#problem-${code}">${code}</a> <small>${status}</small>`,
      ),
    );
  return `<section id="${operation.operationId}">
<h3><b>${method}</b> <code>${escape(path)}</code></h3>
<p>${prose(operation.summary)}.${operation.description === undefined ? '' : ` ${prose(operation.description)}`}</p>
${fieldTable(
  'Parameter',
  (operation.parameters ?? []).map(({ name, in: place, required, schema }) => ({
    name: `${name}`,
    note: place,
    required,
    schema,
  })),
)}
${bodyPart(operation)}
<p>Answers <b>${success?.[0] ?? ''}</b>: ${answers.join(', ')}</p>
<p class="problems">Problems: ${problems.join(' · ')}</p>
</section>`;
}

function bodyPart(operation: OpenApiOperation): string {
  const content = Object.entries(operation.requestBody?.content ?? {});
  const [first] = content;
  if (first === undefined) return '';
  const types = content.map(([type]) => `<code>${escape(type)}</code>`).join(', ');
  return first[1].schema['format'] === 'binary'
    ? `<p>Body: the file, as ${types}.</p>`
    : `<p>Body, as ${types}:</p>${fieldTable('Field', propertiesOf(first[1].schema))}`;
}

function shapeSection([name, schema]: readonly [string, JsonSchema]): string {
  const fields = propertiesOf(schema);
  const content = fields.length === 0 ? `<p>${typeName(schema)}</p>` : fieldTable('Field', fields);
  return `<section id="shape-${escape(name)}"><h3>${escape(name)}</h3>${content}</section>`;
}

interface Field {
  readonly name: string;
  readonly note?: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

function propertiesOf(schema: JsonSchema): Field[] {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.includes(name),
    schema: property,
  }));
}

function fieldTable(heading: string, fields: readonly Field[]): string {
  if (fields.length === 0) return '';
  const rows = fields.map(
    ({ name, note, required, schema }) =>
      `<tr><td><code>${escape(name)}</code>${note === undefined ? '' : ` <small>${note}</small>`}</td><td>${typeName(schema)}</td><td>${required ? 'required' : optionalNote(schema)}</td></tr>`,
  );
  return `<table><thead><tr><th>${heading}</th><th>Type</th><th></th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function optionalNote(schema: JsonSchema): string {
  return schema['default'] === undefined ? 'optional' : `${escape(JSON.stringify(schema['default']))} by default`;
}

/** A short description of a schema, as HTML. */
function typeName(schema: JsonSchema): string {
  const {
    type,
    items,
    $ref,
    const: constant,
    enum: members,
    oneOf,
    anyOf,
    minimum,
    maximum,
    maxLength,
    maxItems,
    properties,
    prefixItems,
  } = schema as {
    type?: string;
    items?: JsonSchema | boolean;
    $ref?: string;
    const?: unknown;
    enum?: readonly unknown[];
    properties?: object;
    oneOf?: readonly JsonSchema[];
    anyOf?: readonly JsonSchema[];
    prefixItems?: readonly JsonSchema[];
    minimum?: number;
    maximum?: number;
    maxLength?: number;
    maxItems?: number;
  };
  if ($ref !== undefined) return shapeLink($ref);
  if (constant !== undefined) return `<code>${escape(JSON.stringify(constant))}</code>`;
  if (members !== undefined) return members.map((member) => `<code>${escape(String(member))}</code>`).join(', ');
  const choice = oneOf ?? anyOf;
  if (choice !== undefined) return choice.map(typeName).join(' or ');
  if (prefixItems !== undefined) return `[${prefixItems.map(typeName).join(', ')}]`;
  if (type === 'array' && typeof items === 'object')
    return `list of ${typeName(items)}${maxItems === undefined ? '' : `, at most ${maxItems}`}`;
  if (type === 'object' && properties !== undefined && Object.keys(properties).length > 0)
    return `{ ${propertiesOf(schema)
      .map(({ name, required, schema: of }) => `${escape(name)}${required ? '' : '?'}: ${typeName(of)}`)
      .join('; ')} }`;
  const range =
    minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      ? `, ${minimum} to ${maximum}`
      : '';
  return `${escape(type ?? 'anything')}${range}${maxLength === undefined ? '' : `, at most ${maxLength} characters`}`;
}

function shapeLink(reference: string): string {
  const name = escape(reference.split('/').at(-1) ?? reference);
  return `<a href="#shape-${name}">${name}</a>`;
}

/** The page's style sheet. */
export const DOCS_STYLE = `:root { color-scheme: light dark; --bg: #faf9f6; --surface: #fff; --line: #dcd8ce; --text: #1c1b18; --muted: #5f5b51; --accent: #5b3fd6; }
@media (prefers-color-scheme: dark) { :root { --bg: #141414; --surface: #1d1d1e; --line: #3a3a3c; --text: #f0eee9; --muted: #aba89f; --accent: #b3a4ff; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body { margin: 0 auto; max-width: 1120px; padding: 24px; display: grid; grid-template-columns: 280px minmax(0, 1fr); gap: 0 48px; background: var(--bg); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
header { grid-column: 1 / -1; border-bottom: 1px solid var(--line); margin-bottom: 16px; padding-bottom: 8px; }
.mark { margin: 0; font: 600 20px Georgia, serif; }
.mark a { color: inherit; text-decoration: none; }
h1 { font: 600 28px/1.2 Georgia, serif; margin: 16px 0 8px; }
h2 { font: 600 20px/1.3 Georgia, serif; margin: 24px 0 8px; }
h3 { font-size: 14px; margin: 0 0 4px; overflow-wrap: anywhere; }
h3 b, nav b { color: var(--muted); font-weight: 600; }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding-bottom: 24px; }
nav h2 { font: 600 13px/1.5 system-ui, sans-serif; color: var(--muted); margin: 16px 0 4px; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 3px 0; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { text-decoration: underline; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 0 0 12px; }
section p { margin: 8px 0; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
th { text-align: left; font-weight: 600; color: var(--muted); }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:target, section:target { outline: 2px solid var(--accent); }
code { font: 13px ui-monospace, monospace; }
small, .problems { color: var(--muted); }
@media (max-width: 720px) { body { display: block; padding: 16px; } nav { position: static; max-height: none; } }
`;
