/** The steps of the tour: the element that each explains, and its place on the page. */
import type { Rect } from '../../graph/scene/geometry.ts';
import type { Explorer } from '../../ui/explorer-context.ts';
import { isContested } from '../../../server/contract/contention.ts';
import { BREAKPOINTS } from '../../base/breakpoints.ts';

export const TOUR_STEPS = ['claim', 'legend', 'panel', 'search', 'view', 'screens'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** In client pixels. */
export type Place = Rect;

const SELECTORS: Readonly<Record<Exclude<TourStep, 'claim'>, string>> = {
  legend: '.legend',
  panel: '.panel',
  search: '.search',
  view: '.bar-buttons',
  screens: '.rail',
};

/** On which side of the element the card is placed; React Aria chooses another side where there is no room. */
const SIDES = {
  claim: 'bottom',
  legend: 'right',
  panel: 'left',
  search: 'bottom',
  view: 'bottom',
  screens: 'right',
} as const satisfies Record<TourStep, Side>;
type Side = 'left' | 'right' | 'bottom' | 'top';

/** A narrow page has room only above and below. */
export function sideOf(step: TourStep): Side {
  const side = SIDES[step];
  return window.innerWidth < BREAKPOINTS.beside && (side === 'left' || side === 'right') ? 'top' : side;
}

/** The place of what a step explains, in client pixels; `undefined` when it is not on the page. */
export function placeOf(step: TourStep, explorer: Explorer): Place | undefined {
  const place =
    step === 'claim' ? placeOfClaim(explorer) : document.querySelector(SELECTORS[step])?.getBoundingClientRect();
  return place === undefined || place.width === 0 ? undefined : place;
}

/** The steps whose element exists, in order. The tour opens the panel where the page has room beside the canvas. */
export function stepsThere(explorer: Explorer): readonly TourStep[] {
  return TOUR_STEPS.filter(
    (step) => (step === 'panel' && window.innerWidth >= BREAKPOINTS.beside) || placeOf(step, explorer) !== undefined,
  );
}

/** A contested claim, or else any claim that is drawn inside the canvas. */
function placeOfClaim({ store, canvas }: Explorer): Place | undefined {
  const [area, controller] = [canvas.area(), canvas.controller.value()];
  if (area === undefined || controller === undefined) return undefined;
  const claims = [...store.state().nodes.values()]
    .filter((node) => node.type === 'claim')
    .toSorted((a, b) => Number(isContested(b)) - Number(isContested(a)));
  for (const { id } of claims.slice(0, 200)) {
    const place = controller.placeOf(id);
    if (place !== undefined && isInside(place, area)) return place;
  }
  return undefined;
}

function isInside(inner: Place, outer: Place): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}
