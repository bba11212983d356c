/** The port's suite on Neo4j's current calendar release, where there is a Java for it. */
import { afterAll, beforeAll, describe } from 'vitest';
import { RELEASES } from '../neo4j/neo4j-jars.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/neo4j-server.ts';
import { findJava, isNeo4jLeftOut } from '../neo4j/toolchain.ts';
import { describeOn, openEmptyNeo4j } from '../support/engines.ts';
import { engineSuite } from './engine-suite.ts';

const { version, java } = RELEASES.calendar;
const leftOut = isNeo4jLeftOut()
  ? 'left out by GAINSAY_SKIP_NEO4J'
  : findJava(java) === undefined
    ? `left out: no Java ${java} or newer found`
    : undefined;

describe.skipIf(leftOut !== undefined)(
  leftOut === undefined ? 'a calendar release' : `a calendar release (${leftOut})`,
  () => {
    let server: Neo4jServer;
    beforeAll(async () => {
      server = await startNeo4j({ release: 'calendar' });
    });
    afterAll(() => server.stop());
    describeOn(`the port (Neo4j ${version})`, () => openEmptyNeo4j(server), engineSuite);
  },
);
