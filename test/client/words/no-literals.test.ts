/** No texts in components: every text that a user reads or hears comes from the catalogue. Checked with a parser. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const client = fileURLToPath(new URL('../../../client/', import.meta.url));
const components = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.tsx'));

/** Attributes whose text is shown or spoken. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
  'label',
  'what',
  'because',
  'words',
  'textValue',
  'heading',
  'description',
  'summary',
]);
/** The name, which is the same in every language, the name of the format, and an element of two parts of that name. */
const NAMES = new Set(['Gainsay', 'Gain', 'say', 'gainsay/1']);
const isWords = (text: string) => /\p{L}{2,}/u.test(text) && !NAMES.has(text.trim());

interface Literal {
  readonly type: string;
  readonly value?: unknown;
  readonly expression?: Literal;
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
  readonly consequent?: Literal;
  readonly alternate?: Literal;
  readonly left?: Literal;
  readonly right?: Literal;
}

/** The literal texts that an expression can result in. */
function literalsIn(node: Literal | null | undefined): readonly string[] {
  switch (node?.type) {
    case 'Literal':
    case 'JSXText':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis?.map(({ value }) => value.raw) ?? [];
    case 'JSXExpressionContainer':
      return literalsIn(node.expression);
    case 'ConditionalExpression':
      return [...literalsIn(node.consequent), ...literalsIn(node.alternate)];
    case 'LogicalExpression':
      return [...literalsIn(node.left), ...literalsIn(node.right)];
    default:
      return [];
  }
}

/** The texts in the JSX of a source, one line each. */
function wordsIn(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const report = (texts: readonly string[]) => {
    for (const text of texts) if (isWords(text)) found.push(`${file}: ${text.trim()}`);
  };
  new Visitor({
    JSXElement: ({ children }) => children.forEach((child) => report(literalsIn(child as Literal))),
    JSXFragment: ({ children }) => children.forEach((child) => report(literalsIn(child as Literal))),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && SPOKEN.has(name.name)) report(literalsIn(value as Literal | null));
    },
  }).visit(parseSync(file, source).program);
  return found;
}

describe('words in components', () => {
  it('are seen where there are any', () => {
    const source =
      "const a = <p aria-label={isOn ? 'On now' : t('off')} className=\"big red\">Some words {b ? `more ${c} words` : null}<b>{'x'}</b></p>;";
    expect(wordsIn('a.tsx', source).toSorted()).toEqual([
      'a.tsx: On now',
      'a.tsx: Some words',
      'a.tsx: more',
      'a.tsx: words',
    ]);
  });

  it('come from the catalogue alone', () => {
    expect(components.length).toBeGreaterThan(30);
    expect(components.flatMap((file) => wordsIn(file, readFileSync(client + file, 'utf8')))).toEqual([]);
  });
});
