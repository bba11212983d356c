import { describeOnEngines } from '../support/engines.ts';
import { engineSuite } from './engine-suite.ts';

describeOnEngines('the port', engineSuite);
