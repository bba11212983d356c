/** That the style sheets change at the widths that the code knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BREAKPOINTS } from '../../client/base/breakpoints.ts';

const folder = new URL('../../client/', import.meta.url);
const queries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/@(?:media|container)([^{]*)\{/gu)].map(
      ([, query = '']) => [name, query.trim()] as const,
    ),
  );

/** The widths from which on a query holds, or no longer holds. */
function widthsOf(query: string): readonly number[] {
  return [...query.matchAll(/\b(min|max)-width:\s*([^)]*)\)/gu)].map(([, end, width = '']) => {
    const pixels = /^(\d+)px$/u.exec(width.trim())?.[1];
    return end === 'min' ? Number(pixels) : Number(pixels) + 1;
  });
}

describe('the widths at which the page changes', () => {
  it('are read from the queries', () => {
    expect(widthsOf('(min-width: 720px) and (max-width: 1079px)')).toEqual([720, 1080]);
    expect(widthsOf('(max-width: 20em)')).toEqual([Number.NaN]);
    expect(widthsOf('(pointer: coarse)')).toEqual([]);
  });

  it('are the named ones in every style sheet', () => {
    const named: readonly number[] = Object.values(BREAKPOINTS);
    expect(queries.filter(([, query]) => !widthsOf(query).every((width) => named.includes(width)))).toEqual([]);
    expect(queries.flatMap(([, query]) => widthsOf(query))).toContain(BREAKPOINTS.beside);
  });

  it('are written with min-width and max-width, which this test reads', () => {
    expect(queries.filter(([, query]) => /\bwidth\s*[<>=]|[<>=]\s*width\b/u.test(query))).toEqual([]);
  });
});
