/** Protects against requests that a page of another site makes in the user's browser. */
import type { RequestHandler } from 'express';
import { ApiError } from '../problem.ts';

/** The values that browsers send for Gainsay's own page, and for an address that the user typed. */
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Refuses a request that, according to the browser, comes from another site. Programs send neither header and pass:
 * a link cannot make them send a request.
 */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwnOrigin = origin === undefined || origin.toLowerCase() === `http://${host?.toLowerCase()}`;
  const isOwnSite = site === undefined || (typeof site === 'string' && OWN_SITES.has(site));
  if (!isOwnOrigin || !isOwnSite) {
    throw new ApiError('cross-site', 'Only the page of this server may call its interface from a browser.');
  }
  next();
};
