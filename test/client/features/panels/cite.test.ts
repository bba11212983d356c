import { describe, expect, it, vi } from 'vitest';
import { bibtexCitation, markdownCitation, plainCitation } from '../../../../client/features/panels/cite.ts';
import type { StatementView } from '../../../../server/contract/explorer.ts';

vi.stubGlobal('navigator', { languages: ['en-US'] });
const statement: StatementView = {
  id: 'kcna 1',
  actor: { id: 'nk', name: 'North Korea' },
  claim: { id: 'c', text: 'North Korea supplied arms to Russia' },
  stance: 'denies',
  modality: 'stated',
  date: '2022-09-22',
  quotation: { exact: 'we have never exported weapons', location: 'located' },
  document: {
    id: 'd',
    title: 'A [false] rumour & 100%',
    url: 'https://example.org/a_b',
    publishedAt: '2022-09-22',
    publisher: { id: 'kcna', name: 'KCNA' },
  },
  reportedBy: [{ id: 'nyt', name: 'The New York Times' }],
  importId: 'i',
};
const bare: StatementView = {
  ...statement,
  modality: 'hedged',
  quotation: undefined,
  document: undefined,
  reportedBy: [],
  date: undefined,
};

describe('a citation', () => {
  it('is a sentence with actor, stance, claim, quotation, document, publisher, date and address', () => {
    expect(plainCitation(statement)).toBe(
      'North Korea denies: “North Korea supplied arms to Russia”. In the words: “we have never exported weapons”. Reported by The New York Times. A [false] rumour & 100%, KCNA, Sep 22, 2022, https://example.org/a_b',
    );
  });

  it('says what there is, and that it was hedged', () => {
    expect(plainCitation(bare)).toBe('North Korea denies: “North Korea supplied arms to Russia” (hedged).');
  });

  it('links the document in Markdown, and takes nothing in it for markup', () => {
    expect(markdownCitation(statement)).toContain(
      String.raw`[A \[false\] rumour & 100%](<https://example.org/a_b>), KCNA, Sep 22, 2022.`,
    );
  });

  it('is an entry of BibTeX whose braces hold', () => {
    const entry = bibtexCitation(statement);
    expect(entry).toMatch(/^@misc\{kcna-1,\n/u);
    expect(entry).toContain(String.raw`  title = {{A [false] rumour \& 100\%}}`);
    expect(entry).toContain('  author = {{KCNA}}');
    expect(entry).toContain('  date = {2022-09-22}');
    expect([...entry].filter((character) => character === '{').length).toBe(
      [...entry].filter((character) => character === '}').length,
    );
  });

  it('lets no address end a field of BibTeX or begin a command', () => {
    const url = 'https://example.org/a},note={\\input{x}}';
    const entry = bibtexCitation({ ...statement, document: { id: 'd', title: 'T', url } });
    expect(entry).toContain('  url = {https://example.org/a%7D,note=%7B%5Cinput%7Bx%7D%7D},\n');
  });
});
