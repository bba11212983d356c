/** Maps the errors of Neo4j to those of the port. */
import { Neo4jError } from 'neo4j-driver';
import { EngineError, type EngineErrorCode } from './engine.ts';

interface Meaning {
  readonly prefix: string;
  readonly code: EngineErrorCode;
  readonly says: string;
}

/** Messages for errors that the user can correct; the message of the driver is in the cause. */
const ABSENT = 'Neo4j cannot be reached. Start it, or check its address (NEO4J_URI).';
const DENIED = 'Neo4j refuses this user, this password or this right. Check NEO4J_USER and NEO4J_PASSWORD.';
const NO_DATABASE = 'Neo4j has no such database for this user. Check NEO4J_DATABASE.';
const BUSY = 'Neo4j cannot do this now. Try again in a moment.';

/** The codes of the driver and of the server (status codes of Neo4j) by their prefix; the first match counts. */
const MEANINGS: readonly Meaning[] = [
  { prefix: 'ServiceUnavailable', code: 'engine-unavailable', says: ABSENT },
  { prefix: 'SessionExpired', code: 'engine-unavailable', says: ABSENT },
  { prefix: 'ProtocolError', code: 'engine-unavailable', says: ABSENT },
  // Errors of the driver without a code: no connection became free in time, or the connection was closed during a query.
  { prefix: 'N/A', code: 'engine-unavailable', says: ABSENT },
  { prefix: 'Neo.TransientError.', code: 'engine-unavailable', says: BUSY },
  { prefix: 'Neo.ClientError.Cluster.', code: 'engine-unavailable', says: BUSY },
  { prefix: 'Neo.ClientError.Security.', code: 'engine-denied', says: DENIED },
  { prefix: 'Neo.ClientError.Database.', code: 'engine-denied', says: NO_DATABASE },
  { prefix: 'Neo.ClientError.Schema.ConstraintV', code: 'constraint-violated', says: 'A constraint forbids this' },
  {
    prefix: 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
    code: 'engine-storage',
    says: 'Neo4j is read-only. Make it writable.',
  },
  { prefix: 'Neo.ClientError.Transaction.', code: 'transaction-failed', says: 'Neo4j ended the transaction' },
  { prefix: 'Neo.ClientError.', code: 'query-invalid', says: 'The query is wrong' },
  { prefix: '', code: 'transaction-failed', says: 'The query failed' },
];

/** An {@link EngineError} for an error of the driver; any other value unchanged. */
export function translateNeo4jError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const meaning = MEANINGS.find(({ prefix }) => error.code.startsWith(prefix));
  if (!meaning) return error;
  const message = meaning.says.endsWith('.') ? meaning.says : `${meaning.says}: ${error.message}`;
  return new EngineError(meaning.code, message, error);
}
