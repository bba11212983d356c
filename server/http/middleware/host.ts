/** Protects against DNS rebinding: a page of another site whose name resolves to this server still sends its own name as Host. */
import type { RequestHandler } from 'express';
import { ApiError } from '../problem.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The host name of a Host header in lower case, without its port.
 *
 * @returns undefined if it is not a name or address with an optional port.
 */
export function hostName(header: string): string | undefined {
  return /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/.exec(header.toLowerCase())?.[1];
}

/** Refuses every request whose Host is neither a loopback name nor one of `names`, or is given twice. */
export function allowHosts(names: readonly string[]): RequestHandler {
  const allowed = new Set([...LOOPBACK_NAMES, ...names.map((name) => name.toLowerCase())]);
  return (request, _response, next) => {
    const given = request.rawHeaders
      .filter((_, index) => index % 2 === 0)
      .filter((name) => name.toLowerCase() === 'host');
    const name = hostName(request.headers.host ?? '');
    // A request target with a host (GET http://other/ HTTP/1.1) would override the header.
    const isPlainTarget = request.url.startsWith('/');
    if (given.length !== 1 || name === undefined || !allowed.has(name) || !isPlainTarget) {
      throw new ApiError(
        'host-refused',
        'Use the address that the server printed when it started, such as http://127.0.0.1:4242.',
      );
    }
    next();
  };
}
