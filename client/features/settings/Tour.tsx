import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useExplorer } from '../../ui/explorer-context.ts';
import type { Explorer } from '../../ui/explorer-context.ts';
import { openOverview, showScreen } from '../../state/reducers.ts';
import { TOUR } from '../../words/messages/tour.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { placeOf, sideOf, stepsThere, TOUR_STEPS } from './tour-steps.ts';
import type { Place, TourStep } from './tour-steps.ts';
import { BREAKPOINTS } from '../../base/breakpoints.ts';

/** The gap between the explained element and the card. */
const GAP = 14;

/** The tour: a card beside each element that it explains, never over it. Escape or “Skip” ends it. */
export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const explorer = useExplorer();
  const { store } = explorer;
  const [at, setAt] = useState(() => nextThere(-1, 1, explorer) ?? 0);
  const step = TOUR_STEPS[at] ?? 'claim';
  const place = usePlace(step);
  const before = useRef(document.activeElement);
  useEffect(() => {
    // The explained elements must be there; opening them is no step of the history.
    store.patch((state) =>
      showScreen(
        state.panel === undefined && window.innerWidth >= BREAKPOINTS.beside ? openOverview(state) : state,
        'graph',
      ),
    );
    const from = before.current;
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, [store]);
  const go = (by: 1 | -1) => {
    const next = nextThere(at, by, explorer);
    if (next !== undefined) setAt(next);
    else if (by === 1) onEnd();
  };
  if (place === undefined) return null;
  const steps = stepsThere(explorer);
  return (
    <StepCard
      key={step}
      step={step}
      position={{ at: steps.indexOf(step) + 1, count: steps.length }}
      place={place}
      onGo={go}
      onEnd={onEnd}
    />
  );
}

/** The next step in a direction whose element exists: a phone, for example, has no open panel. */
function nextThere(at: number, by: 1 | -1, explorer: Explorer): number | undefined {
  for (let next = at + by; next >= 0 && next < TOUR_STEPS.length; next += by) {
    const step = TOUR_STEPS[next];
    if (step !== undefined && placeOf(step, explorer) !== undefined) return next;
  }
  return undefined;
}

interface StepCardProps {
  readonly step: TourStep;
  /** The number of the step and of all steps, from 1. */
  readonly position: { readonly at: number; readonly count: number };
  readonly place: Place;
  readonly onGo: (by: 1 | -1) => void;
  readonly onEnd: () => void;
}

function StepCard({ step, position, place, onGo, onEnd }: StepCardProps) {
  const t = useMessages(TOUR);
  const ring = useRef<HTMLDivElement>(null);
  const isLast = position.at === position.count;
  return (
    <>
      <div
        ref={ring}
        className="tour-ring"
        style={{ left: place.left - 4, top: place.top - 4, width: place.width + 8, height: place.height + 8 }}
      />
      <Popover
        className="tour"
        triggerRef={ring}
        isOpen
        isNonModal
        placement={sideOf(step)}
        offset={GAP}
        containerPadding={10}
        onOpenChange={(isOpen) => !isOpen && onEnd()}
      >
        <Dialog aria-label={t('label', position)} className="tour-card">
          <Heading slot="title" level={2}>
            {t(`${step}Title`)}
          </Heading>
          <p>{t(`${step}Words`)}</p>
          <div className="tour-foot">
            <span className="muted count">{t('position', position)}</span>
            {!isLast && (
              <Button className="button is-quiet" onPress={onEnd}>
                {t('skip')}
              </Button>
            )}
            {position.at > 1 && (
              <Button className="button" onPress={() => onGo(-1)}>
                {t('back')}
              </Button>
            )}
            <Button className="button is-primary" onPress={() => onGo(1)}>
              {t(isLast ? 'done' : 'next')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </>
  );
}

/** The place of the explained element, updated while the page changes its size. */
function usePlace(step: TourStep): Place | undefined {
  const explorer = useExplorer();
  const [, measureAgain] = useState(0);
  useEffect(() => {
    const again = () => measureAgain((count) => count + 1);
    window.addEventListener('resize', again);
    // The panel that the tour opens appears one frame later and moves the canvas.
    const frame = requestAnimationFrame(() => requestAnimationFrame(again));
    return () => {
      window.removeEventListener('resize', again);
      cancelAnimationFrame(frame);
    };
  }, [step]);
  return placeOf(step, explorer);
}
