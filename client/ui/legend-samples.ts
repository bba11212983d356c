/** The symbols of the legend, in a box of 38 × 14, for the page and for exports. */
import { EDGE_FORMS } from '../graph/scene/edge-look.ts';
import { BORDERS } from '../graph/scene/node-look.ts';
import type { LegendRow } from '../state/view-counts.ts';

export const SAMPLE_BOX = { width: 38, height: 14 } as const;

export interface SamplePart {
  /** SVG path data. */
  readonly d: string;
  /** Stroke width; absent for a filled path. */
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly isFilled?: boolean;
}

const OPEN_HEAD: SamplePart = { d: 'M28 2.8 36 7 28 11.2z', width: 1.4 };

export const LEGEND_SAMPLES: Readonly<Record<LegendRow, readonly SamplePart[]>> = {
  asserts: [
    { d: 'M1 7H29', width: 2.4 },
    { d: 'M28 2.5 37 7 28 11.5z', isFilled: true },
  ],
  denies: [
    { d: 'M1 7H35', width: 2.4, dash: EDGE_FORMS.denies.legendDash },
    { d: 'M36 1.5V12.5', width: 2.6 },
  ],
  hedged: [{ d: 'M1 7H28', width: 1.8 }, OPEN_HEAD],
  // The mark on such edges, ✓″, as strokes: a text character would depend on the font.
  reported: [
    { d: 'M1 7H6.5M24.5 7H28', width: 1.8 },
    { d: 'M9 7.6 11.6 10.8 16.4 3.4', width: 1.7 },
    { d: 'M19.1 2.6 18.3 5.8M22.2 2.6 21.4 5.8', width: 1.4 },
    OPEN_HEAD,
  ],
  speaksFor: [{ d: 'M1 7H37', width: 1.6, dash: EDGE_FORMS.speaksFor.legendDash }],
  contested: [
    {
      d: 'M5.5 1.5H32.5A3.5 3.5 0 0 1 36 5V9A3.5 3.5 0 0 1 32.5 12.5H5.5A3.5 3.5 0 0 1 2 9V5A3.5 3.5 0 0 1 5.5 1.5z',
      width: BORDERS.contested.near.width,
    },
  ],
};
