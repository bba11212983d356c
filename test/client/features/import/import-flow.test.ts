import { expect, it } from 'vitest';
import { copyOf } from '../../../../client/features/import/import-flow.ts';

it('loads the bytes that were checked, also when the file on the disk has changed since', async () => {
  let content = 'actor,claim,stance\nA,c,asserts\n';
  const onDisk = new File([], 'rows.tsv', { type: 'text/csv' });
  onDisk.arrayBuffer = () => Promise.resolve(new TextEncoder().encode(content).buffer);
  const copy = await copyOf(onDisk);
  content = 'something else';
  expect(await copy.text()).toBe('actor,claim,stance\nA,c,asserts\n');
  expect([copy.name, copy.type]).toEqual(['rows.tsv', 'text/csv']);
});
