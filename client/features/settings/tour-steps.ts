/** The steps of the tour: what each explains, and where that is on the page. */
import type { Explorer } from '../../ui/explorer-context.ts';
import { isContested } from '../../../server/contract/contention.ts';
import { BREAKPOINTS } from '../../base/breakpoints.ts';

export const TOUR_STEPS = ['claim', 'legend', 'panel', 'search', 'view', 'screens'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SELECTORS: Readonly<Record<Exclude<TourStep, 'claim'>, string>> = {
  legend: '.legend',
  panel: '.panel',
  search: '.search',
  view: '.bar-buttons',
  screens: '.rail',
};

/** On which side of it the card of a step stands; React Aria takes another where there is no room. */
const SIDES = {
  claim: 'bottom',
  legend: 'right',
  panel: 'left',
  search: 'bottom',
  view: 'bottom',
  screens: 'right',
} as const satisfies Record<TourStep, Side>;
type Side = 'left' | 'right' | 'bottom' | 'top';

/** A narrow page has room above and below only. */
export function sideOf(step: TourStep): Side {
  const side = SIDES[step];
  return window.innerWidth < BREAKPOINTS.beside && (side === 'left' || side === 'right') ? 'top' : side;
}

/** The element that a step is about; the canvas for the claim, which is no element. */
export function elementOf(step: TourStep): Element | undefined {
  return document.querySelector(step === 'claim' ? '.canvas' : SELECTORS[step]) ?? undefined;
}

/** Where the thing that a step is about is on the page, in client pixels; `undefined` when it is not there. */
export function placeOf(step: TourStep, explorer: Explorer): Place | undefined {
  const element = elementOf(step);
  if (element === undefined) return undefined;
  const place = step === 'claim' ? placeOfClaim(element, explorer) : element.getBoundingClientRect();
  return place === undefined || place.width === 0 ? undefined : place;
}

/** The steps whose thing is there, in their order. The panel is opened by the tour wherever the page has room beside the canvas. */
export function stepsThere(explorer: Explorer): readonly TourStep[] {
  return TOUR_STEPS.filter(
    (step) => (step === 'panel' && window.innerWidth >= BREAKPOINTS.beside) || placeOf(step, explorer) !== undefined,
  );
}

/** A contested claim, else any that is drawn inside of the canvas. */
function placeOfClaim(canvas: Element, { store }: Explorer): Place | undefined {
  const claims = [...store.state().nodes.values()]
    .filter((node) => node.type === 'claim')
    .toSorted((a, b) => Number(isContested(b)) - Number(isContested(a)));
  const room = canvas.getBoundingClientRect();
  for (const { id } of claims.slice(0, 200)) {
    const detail: { id: string; rect?: Place } = { id };
    canvas.dispatchEvent(new CustomEvent('gainsay:locate', { detail }));
    const { rect } = detail;
    if (
      rect !== undefined &&
      rect.left >= room.left &&
      rect.top >= room.top &&
      rect.left + rect.width <= room.right &&
      rect.top + rect.height <= room.bottom
    )
      return rect;
  }
  return undefined;
}
