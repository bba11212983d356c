import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from './use-messages.ts';
import { ErrorBar } from './ErrorBar.tsx';

/**
 * A component that is fetched when it is first shown. Where it cannot be, as when the server has stopped, it says so
 * in its place: React alone would take the whole page off the screen.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch {
      return { default: MissingPart };
    }
  });
}

/** A browser remembers that a module could not be had, so that only loading the page anew tries again; the view is kept meanwhile. */
function MissingPart() {
  const t = useMessages(PAGE);
  return (
    <div className="missing-part">
      <ErrorBar what={t('partMissing')} because={t('partMissingBecause')} onRetry={() => window.location.reload()} />
    </div>
  );
}
