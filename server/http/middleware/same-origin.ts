/** Against requests that a page of another site makes in the user's browser. */
import type { RequestHandler } from 'express';
import { ApiError } from '../problem.ts';

/** What browsers send for our own page, and for an address that the user typed. */
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Refuses a request that a browser says comes from elsewhere. Programs send neither header and pass:
 * nobody can make them send a request by a link.
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
