/** Chooses the engine: the only place that knows which one is used. */
import { join } from 'node:path';
import { openEmbedded } from './embedded.ts';
import type { GraphEngine } from './engine.ts';
import { type Neo4jOptions, openNeo4j } from './neo4j.ts';

/** Neo4j when it is configured, otherwise the embedded engine in a folder of its own. */
export interface EngineConfig {
  readonly neo4j?: Neo4jOptions | undefined;
  readonly embedded?: { readonly folder: string } | undefined;
}

/** The embedded database within its folder. */
const DATABASE_FILE = 'graph.grafeo';

/**
 * Opens the configured engine; without any configuration, an embedded one in memory.
 *
 * @throws EngineError as {@link openNeo4j} and {@link openEmbedded} do. An absent Neo4j is not an error here.
 */
export function openEngine({ neo4j, embedded }: EngineConfig): Promise<GraphEngine> {
  if (neo4j) return openNeo4j(neo4j);
  return embedded ? openEmbedded({ path: join(embedded.folder, DATABASE_FILE) }) : openEmbedded();
}
