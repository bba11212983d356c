/** What the layouts are called. */
import type { LayoutName } from '../graph/layout-names.ts';

export const LAYOUT_WORDS: Readonly<Record<LayoutName, { readonly label: string; readonly description: string }>> = {
  dispute: { label: 'Dispute', description: 'Claims in the middle, those who assert left, those who deny right' },
  force: { label: 'Force', description: 'What is connected stands together' },
  concentric: { label: 'Rings', description: 'Around the selection, by distance' },
  date: { label: 'By date', description: 'Earliest at the left; actors above, claims below' },
  grid: { label: 'Grid', description: 'Rows, those with most statements first' },
};
