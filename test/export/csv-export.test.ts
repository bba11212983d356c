/** The page's CSV export of everything, loaded into an empty database, gives the same content. */
import { describe, expect, it } from 'vitest';
import { nativeCsv } from '../../client/features/export/native-csv.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { exported, openLoading, type Content } from '../ingest/import-fixture.ts';
import { tmpFolder } from '../support/engines.ts';

const folder = tmpFolder();

const CONTENT: Content = {
  actors: [
    {
      id: 'watch',
      name: '@lockwatch',
      kind: 'group',
      aliases: ['=Lock', "'=Lock", 'Watch; Lock', 'NA'],
      speaksFor: ['=town'],
    },
    { id: '=town', name: '-Town', kind: 'organisation', description: ' A town.\n' },
    { id: 'post-1', name: 'Post', kind: 'media', aliases: ["'Post"] },
    { id: 'post-2', name: 'Post', kind: 'media' },
    { id: 'idle', name: 'Nobody else' },
  ],
  claims: [
    { id: 'open', text: '=the lock is open, they say', topics: ['Locks; gates', '+1'], scope: 'Since 2020' },
    { id: 'unused', text: 'Nobody states it.' },
  ],
  documents: [
    { id: 'log', title: '-- Log', publisher: 'post-1', text: 'Open. Open. It is "open",\r\nthey say.', language: 'en' },
    { id: 'uncited', title: '+2', url: 'https://example.org/x' },
  ],
  statements: [
    {
      id: 's1',
      actor: 'watch',
      claim: 'open',
      stance: 'denies',
      document: 'log',
      date: '0099',
      quotation: { exact: 'Open.', start: 6, end: 11 },
      reportedBy: ['post-2', 'post-1'],
      note: "'=1",
    },
    { actor: 'post-1', claim: 'open', stance: 'neutral', note: '-' },
  ],
};

describe('the CSV of everything', () => {
  it('gives an equal database', async () => {
    const [one, other] = [await openEmbedded(), await openEmbedded()];
    try {
      const [first, second] = [await openLoading(one, folder), await openLoading(other, folder)];
      expect(await first.load(CONTENT)).toMatchObject({ state: 'published' });
      const csv = nativeCsv({ format: 'gainsay/1', ...(await exported(one)) });
      const view = await second.loadText(csv, 'csv');
      expect(view.errors.faults).toEqual([]);
      expect(view.state).toBe('published');
      expect(await second.hash()).toBe(await first.hash());
    } finally {
      await one.close();
      await other.close();
    }
  });
});
