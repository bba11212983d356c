import { Suspense, useEffect } from 'react';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { changeSettings, isSettingsOpen, isTourOpen, settings } from '../../state/settings.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const SettingsDialog = lazyPart(() =>
  import('./SettingsDialog.tsx').then(({ SettingsDialog: component }) => component),
);
const Tour = lazyPart(() => import('./Tour.tsx').then(({ Tour: component }) => component));

/** Whether the page was opened by a link to a state. Read at load, because the address changes later. */
const WAS_LINKED = location.hash.length > 1 || location.search.length > 1;

/** Settings and tour, when they are open. */
export function Guides() {
  const [hasSettings, hasTour] = [useValue(isSettingsOpen), useValue(isTourOpen)];
  useFirstTour();
  return (
    <Suspense>
      {hasSettings && (
        <SettingsDialog
          onClose={() => isSettingsOpen.set(false)}
          onTour={() => {
            isSettingsOpen.set(false);
            isTourOpen.set(true);
          }}
        />
      )}
      {hasTour && <Tour onEnd={endTour} />}
    </Suspense>
  );
}

function endTour(): void {
  isTourOpen.set(false);
  changeSettings({ isTourKnown: true });
}

/** On a first visit the tour starts as soon as there is a graph; never when the page was opened by a link to a state. */
function useFirstTour(): void {
  const { graph } = useExplorer();
  const isDrawn = useValue(graph) !== undefined;
  const hasNodes = useExplorerState((state) => state.nodes.size > 0);
  const { isTourKnown } = useValue(settings);
  useEffect(() => {
    if (isDrawn && hasNodes && !isTourKnown && !WAS_LINKED) isTourOpen.set(true);
  }, [isDrawn, hasNodes, isTourKnown]);
}
