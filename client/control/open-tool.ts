/** The open tool of the bar or the canvas: one at a time. */
import { createValueStore } from '../base/value-store.ts';

export type Tool = 'filters' | 'export' | 'layouts' | 'styles';

export const openTool = createValueStore<Tool | undefined>(undefined);
