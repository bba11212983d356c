import { expect, it } from 'vitest';
import { firstWithoutText } from '../../../../client/features/panels/first-of-document.ts';
import type { StatementView } from '../../../../server/contract/explorer.ts';

const statement = (id: string, document: string | undefined, location: 'no-text' | 'located'): StatementView => ({
  id,
  actor: { id: 'a', name: 'A' },
  claim: { id: 'c', text: 'C' },
  stance: 'asserts',
  modality: 'stated',
  quotation: { exact: 'words', location },
  document: document === undefined ? undefined : { id: document, title: document },
  reportedBy: [],
  importId: 'i',
});

it('is the first statement of each document without a text', () => {
  const list = [
    statement('1', 'd', 'located'),
    statement('2', 'e', 'no-text'),
    statement('3', 'f', 'no-text'),
    statement('4', 'e', 'no-text'),
    statement('5', undefined, 'no-text'),
  ];
  expect([...firstWithoutText(list)]).toEqual(['2', '3']);
});
