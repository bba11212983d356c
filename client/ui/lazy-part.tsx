import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from './use-messages.ts';
import { ErrorBar } from './ErrorBar.tsx';

/**
 * A component that is loaded when it is first rendered. If loading fails, as when the server has stopped, an error is
 * shown in its place: without this, React would unmount the whole page.
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

/** Browsers cache a failed module import, so only a reload can retry; the view is stored across it. */
function MissingPart() {
  const t = useMessages(PAGE);
  return (
    <div className="missing-part">
      <ErrorBar what={t('partMissing')} because={t('partMissingBecause')} onRetry={() => window.location.reload()} />
    </div>
  );
}
