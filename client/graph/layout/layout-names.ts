/** The names of the layouts, without their code, which is loaded on demand. */
export const LAYOUT_NAMES = ['dispute', 'force', 'concentric', 'date', 'grid'] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];
