/** The configuration from the environment. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../server/runtime/logger.ts';
import { ConfigError, readConfig } from '../../server/config.ts';

function faultsOf(environment: Record<string, string>, options: { port?: string } = {}): readonly string[] {
  try {
    readConfig(environment, options);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config).toEqual({ dataFolder: resolve('data'), host: '127.0.0.1', port: 4242 });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('leaves it to each program how much is logged, unless it is told', () => {
    expect([
      createLogger(readConfig({}), 'error').level,
      createLogger(readConfig({ LOG_LEVEL: 'debug' }), 'error').level,
    ]).toEqual(['error', 'debug']);
  });

  it('takes what the environment says; the command line goes before it; empty is absent', () => {
    const environment = {
      GAINSAY_DATA: '/tmp/x',
      PORT: '80',
      LOG_LEVEL: 'debug',
      NEO4J_URI: 'neo4j://h:7687',
      NEO4J_PASSWORD: 'p',
      NEO4J_DATABASE: 'd',
      GAINSAY_HOST: '',
    };
    expect(readConfig(environment, { port: '0' })).toEqual({
      dataFolder: '/tmp/x',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'debug',
      neo4j: { uri: 'neo4j://h:7687', user: 'neo4j', password: 'p', database: 'd' },
    });
  });

  it('refuses every address but loopback, and says why', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.0.0.2']) {
      expect(faultsOf({ GAINSAY_HOST: host })).toEqual([expect.stringContaining('no log-in yet')]);
    }
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(faultsOf({ GAINSAY_HOST: host })).toEqual([]);
  });

  it('reports all faults at once', () => {
    const faults = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', NEO4J_URI: 'http://localhost', NEO4J_DATABASE: 'a b' });
    expect(faults.map((fault) => fault.split(' ')[0]).toSorted()).toEqual([
      'LOG_LEVEL',
      'NEO4J_DATABASE',
      'NEO4J_URI',
      'PORT',
    ]);
  });

  it.each(['-1', '1.5', 'x', '4242 ', '0x10', '65536'])('refuses the port %j', (port) => {
    expect(faultsOf({}, { port })).toEqual(['PORT (or --port) must be a whole number from 0 to 65535.']);
  });

  it.each([
    'bolt://u:secret@h:7687',
    'bolt://secret@h',
    'neo4j+s://u:secret@h/db',
    'bolt://u:sec@ret@h:7687/db',
    'bolt://:secret@h',
    'bolt://h:7687/db?x=u:secret@h',
    'bolt:u:secret@h',
    'http://u:secret@h',
  ])('refuses a user or a password in the address of Neo4j, and does not repeat it: %j', (uri) => {
    const faults = faultsOf({ NEO4J_URI: uri });
    expect(faults).toEqual([expect.stringMatching(/^NEO4J_URI .*NEO4J_USER and NEO4J_PASSWORD/)]);
    expect(faults.join()).not.toContain('secret');
  });

  it.each([
    ['bolt://h:7687/db', 'NEO4J_DATABASE'],
    ['neo4j://h/secret', 'NEO4J_DATABASE'],
    ['bolt://h:7687//', 'NEO4J_DATABASE'],
    ['bolt://h:7687?policy=eu', '?policy=NAME'],
    ['neo4j://h:7687?user=u&password=secret', '?policy=NAME'],
    ['neo4j://h:7687/db?policy=eu', '?policy=NAME'],
    ['neo4j://h:7687#secret', '?policy=NAME'],
    ['bolt://h:secret', 'such as'],
    ['bolt://h:70000', 'such as'],
    ['bolt://h:0', 'such as'],
    ['bolt://u%3Asecret%40h', 'such as'],
    ['bolt://a b', 'such as'],
    ['bolt:///db', 'such as'],
    ['bolt://h,secret', 'such as'],
    ['bolt://h\n', 'such as'],
  ])('refuses what it would ignore in the address of Neo4j: %j', (uri, advice) => {
    const faults = faultsOf({ NEO4J_URI: uri });
    expect(faults).toEqual([expect.stringMatching(/^NEO4J_URI /)]);
    expect(faults[0]).toContain(advice);
    expect(faults.join()).not.toContain('secret');
  });

  it.each([
    'bolt://h',
    'neo4j://localhost:7687',
    'neo4j+ssc://127.0.0.1:7687/',
    'bolt+s://[::1]:7687',
    'neo4j+s://ab12.databases.neo4j.io',
    'neo4j://h:7687?policy=eu-west',
    'neo4j://grüße.example:1',
  ])('takes the address of Neo4j %j as it is', (uri) => {
    expect(readConfig({ NEO4J_URI: uri }).neo4j?.uri).toBe(uri);
  });

  it('does not take a Neo4j password without a Neo4j', () => {
    expect(faultsOf({ NEO4J_PASSWORD: 'p' })).toEqual([expect.stringContaining('NEO4J_URI is not')]);
  });
});
