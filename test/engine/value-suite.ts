/** The rules for the values of every engine. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '../../server/engine/engine.ts';
import type { OpenEngine } from '../support/engines.ts';
import { expectCode } from './expectations.ts';

/** JSON as we store and return it: exact integers, well-formed text, keys that are names. */
const json = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fraction(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/), tie('value'), { maxKeys: 5 }),
  ),
})).value;

function fraction(): fc.Arbitrary<number> {
  return fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number));
}

const property = fc.oneof(
  fc.boolean(),
  fc.maxSafeInteger(),
  fraction(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
);

export function valueSuite(open: OpenEngine): void {
  test('gives back any JSON value that went in', async () => {
    const engine = await open();
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        expect(await engine.read((q) => q.run('RETURN $value AS value', { value }))).toEqual([{ value }]);
      }),
      { numRuns: 200 },
    );
  });

  test('gives back any property that was stored', async () => {
    const engine = await open();
    await fc.assert(
      fc.asyncProperty(property, async (value) => {
        await engine.write((q) => q.run("MERGE (t:Thing {id: 't'}) SET t.value = $value", { value }));
        expect(await engine.read((q) => q.run("MATCH (t:Thing {id: 't'}) RETURN t.value AS value"))).toEqual([
          { value },
        ]);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps integers whole: as a limit, in arithmetic and in counts', async () => {
    const engine = await open();
    const rows = await engine.read((q) =>
      q.run(
        'UNWIND range(1, 9) AS i RETURN i, i / $two AS half, toString($two) AS text ORDER BY i SKIP $skip LIMIT $limit',
        { two: 2, skip: 2, limit: 2 },
      ),
    );
    expect(rows).toEqual([
      { i: 3, half: 1, text: '2' },
      { i: 4, half: 2, text: '2' },
    ]);
  });

  test('keeps the largest exact integers and refuses larger ones, in and out', async () => {
    const engine = await open();
    const largest = Number.MAX_SAFE_INTEGER;
    expect(await engine.read((q) => q.run('RETURN $n AS n, -$n AS m', { n: largest }))).toEqual([
      { n: largest, m: -largest },
    ]);
    await expectCode(
      engine.read((q) => q.run('RETURN $n AS n', { n: largest + 1 })),
      'query-invalid',
    );
    await expectCode(
      engine.read((q) => q.run('RETURN $n + 1 AS n', { n: largest })),
      'query-invalid',
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    'refuses %d as a parameter, also deep inside',
    async (number) => {
      const engine = await open();
      await expectCode(
        engine.write((q) => q.run('RETURN $rows AS rows', { rows: [{ deep: [number] }] })),
        'query-invalid',
      );
    },
  );

  test('stores null as absent, and tells absent as null', async () => {
    const engine = await open();
    await engine.write((q) =>
      q.run('CREATE (t:Thing) SET t += $properties', { properties: { id: 't', none: null, empty: [] } }),
    );
    expect(await engine.read((q) => q.run('MATCH (t:Thing) RETURN properties(t) AS all, t.none AS none'))).toEqual([
      { all: { id: 't', empty: [] }, none: null },
    ]);
  });

  test('refuses to return nodes, relationships and dates', async () => {
    const engine = await open();
    await engine.write((q) => q.run('CREATE (:Thing {id: 1})-[:NEAR]->(:Thing {id: 2})'));
    await expectCode(
      engine.read((q) => q.run('MATCH (t:Thing) RETURN t')),
      'query-invalid',
    );
    await expectCode(
      engine.read((q) => q.run('MATCH ()-[r:NEAR]->() RETURN collect(r) AS rs')),
      'query-invalid',
    );
  });

  test('tells a query that is wrong from a failure', async () => {
    const engine = await open();
    await expectCode(
      engine.read((q) => q.run('RETRUN 1')),
      'query-invalid',
    );
    await expectCode(
      engine.read((q) => q.run('RETURN $missing AS x')),
      'query-invalid',
    );
    await expectCode(
      engine.read((q) => q.run('RETURN 1 / 0 AS x')),
      'query-invalid',
    );
  });
}
