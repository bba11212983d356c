/** The names of the layouts, apart from the layouts, which are loaded when one is asked for. */
export const LAYOUT_NAMES = ['dispute', 'force', 'concentric', 'date', 'grid'] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];
