/** The rules for the terms of a text search. */
import { EngineError, type TextQuery } from './engine.ts';

const TERM = /^[a-z0-9]+$/;

/**
 * Checks that the terms contain nothing that a text index would read as syntax or split.
 *
 * @throws EngineError `query-invalid`
 */
export function checkTextQuery({ terms, limit }: TextQuery): void {
  const wrong = terms.find((term) => !TERM.test(term));
  if (wrong !== undefined)
    throw new EngineError(
      'query-invalid',
      `The search term ${JSON.stringify(wrong)} is not made of a–z and 0–9 alone.`,
    );
  if (!Number.isSafeInteger(limit) || limit < 0)
    throw new EngineError('query-invalid', `The limit ${limit} is not a whole number of hits.`);
}
