/** Which tool of the bar is open: one at a time. */
import { createValueStore } from './value-store.ts';

export type Tool = 'filters' | 'export';

export const openTool = createValueStore<Tool | undefined>(undefined);
