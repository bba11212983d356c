/** The example dispute: valid, whole, and no stronger than the article it describes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NativeFile, type Statement } from '../../server/contract/native.ts';

const folder = new URL('../../examples/korea-arms/', import.meta.url);
const dispute = NativeFile.parse(JSON.parse(readFileSync(new URL('dispute.json', folder), 'utf8')));
const article = readFileSync(new URL('article.md', folder), 'utf8');
const readme = readFileSync(new URL('README.md', folder), 'utf8');

const actors = dispute.actors ?? [];
const claims = dispute.claims ?? [];
const documents = dispute.documents ?? [];
const statements = dispute.statements ?? [];
const text = documents[0]?.text ?? '';

const position = (s: Statement) => `${s.actor} ${s.stance} ${s.modality}`;
const about = (claim: string) => statements.filter((s) => s.claim === claim);
const stances = (claim: string) => [...new Set(about(claim).map((s) => s.stance))];

describe('the example dispute', () => {
  it('holds as many records as its README says', () => {
    expect([actors.length, claims.length, statements.length, documents.length]).toEqual([14, 12, 27, 1]);
    expect(readme).toContain('14 actors, 12 claims, 27 statements, one document');
  });

  it('names every actor of the article', () => {
    expect(actors.map((actor) => actor.name)).toEqual([
      'North Korea', 'Deputy director general, General Office of Equipment', 'General Office of Equipment', 'KCNA',
      'US State Department', 'Vedanta Patel', 'White House', 'John Kirby', 'US intelligence officials', 'US official',
      'The New York Times', 'United States', 'Other hostile forces', 'Russia',
    ]);
    expect(actors.find((actor) => actor.id === 'north-korea')?.aliases).toContain('DPRK');
  });

  it('refers only to what it brings', () => {
    const known = new Set([...actors, ...claims].map((record) => record.id));
    const named = statements.flatMap((s) => [s.actor, s.claim, ...(s.reportedBy ?? [])])
      .concat(actors.flatMap((actor) => actor.speaksFor ?? []));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(statements.map((s) => s.id)).size).toBe(statements.length);
    expect([...new Set(statements.map((s) => s.document))]).toEqual([documents[0]?.id]);
  });

  it('has the article as its document, from a publisher that is not guessed', () => {
    expect(text).toBe(article.replace(/^# /u, ''));
    expect(text.startsWith(`${documents[0]?.title}\n`)).toBe(true);
    expect(documents[0]?.publisher).toBeUndefined();
    expect(documents[0]?.publishedAt).toBe('2022-09');
  });

  it.each(statements.map((s) => [s.id, s] as const))('locates the one quotation of %s', (_id, { quotation }) => {
    const { exact, prefix = '', suffix = '', start = -1, end = -1 } = quotation ?? { exact: '' };
    expect(exact).not.toBe('');
    expect(text.slice(start, end)).toBe(exact);
    expect(text.indexOf(exact, text.indexOf(exact) + 1)).toBe(-1);
    expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix);
  });

  it('has each statement in its README', () => {
    const cells = readme.split('\n').filter((line) => line.startsWith('|')).join('\n');
    expect(statements.map((s) => (s.id ?? '').slice(-2)).filter((number) => !new RegExp(`\\b${number}\\b`, 'u').test(cells))).toEqual([]);
    expect(claims.filter((claim) => !readme.includes(`| \`${claim.id}\` | ${claim.text} |`))).toEqual([]);
  });
});

describe('what the sides say in the example', () => {
  it('contests one claim: that an arms deal is under way', () => {
    const contested = claims.filter((claim) => stances(claim.id).includes('asserts') && stances(claim.id).includes('denies'));
    expect(contested.map((claim) => claim.text)).toEqual(['An arms deal between North Korea and Russia is under way.']);
    expect([...new Set(about('arms-deal-under-way').map(position))].toSorted()).toEqual([
      'deputy-director-general denies stated',
      'john-kirby asserts hedged',
      'north-korea denies stated',
      'vedanta-patel asserts hedged',
      'vedanta-patel asserts stated',
    ]);
  });

  it('lets nobody assert that arms have been supplied, or are planned to be', () => {
    expect(stances('has-supplied-arms')).toEqual(['denies']);
    expect(stances('plans-to-supply-arms')).toEqual(['denies']);
    expect(about('has-supplied-arms').map((s) => s.actor)).toEqual(['north-korea', 'north-korea', 'deputy-director-general']);
  });

  it('keeps "no indication" and "no information" neutral', () => {
    expect(about('purchase-complete').map(position)).toEqual(['john-kirby neutral stated']);
    expect(about('in-use-in-ukraine').map(position)).toEqual(['john-kirby neutral stated']);
    expect(about('buying-millions').map(position)).toEqual(['vedanta-patel asserts stated', 'us-official neutral stated']);
  });

  it('keeps the warnings neutral, and the accusation a claim', () => {
    expect(about('rumours-spread').map(position)).toEqual([
      'north-korea neutral stated', 'north-korea neutral stated', 'deputy-director-general asserts stated', 'north-korea neutral stated',
    ]);
  });

  it('hedges what may happen, and names the newspaper that reported it', () => {
    expect(about('further-purchases').map(position)).toEqual(['us-intelligence-officials asserts hedged']);
    expect(about('further-purchases')[0]?.reportedBy).toEqual(['new-york-times']);
  });

  it('gives the United States only the words that its opponent reports', () => {
    const made = statements.filter((s) => s.actor === 'united-states');
    expect(made.map((s) => [s.claim, position(s), s.reportedBy])).toEqual([
      ['resolution-violated', 'united-states asserts reported', ['kcna', 'deputy-director-general']],
    ]);
    expect(actors.filter((actor) => actor.speaksFor?.includes('united-states'))).toEqual([]);
  });

  it('dates what the article dates, as precisely as it does', () => {
    const dated = (date: string | undefined) => statements.filter((s) => s.date === date).length;
    expect([dated('2022-09-22'), dated('2022-09'), dated(undefined)]).toEqual([14, 4, 9]);
  });

  it('marks the weak link', () => {
    expect(about('self-defence').map(position)).toEqual(['north-korea asserts stated']);
    expect(about('self-defence')[0]?.note).toMatch(/^Weak link: /u);
  });
});
