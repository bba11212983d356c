import { useHasPassed } from './use-debounced.ts';
import { COMMON } from '../words/messages/common.ts';
import { useMessages } from './use-messages.ts';

/** A skeleton of a panel while it loads: nothing at first, a text when it takes long. */
export function PanelOutline() {
  const t = useMessages(COMMON);
  const isSlow = useHasPassed(300);
  const isVerySlow = useHasPassed(2_000);
  if (!isSlow) return null;
  return (
    <div className="panel-outline" role="status">
      <span className="outline is-short" />
      <span className="outline is-title" />
      <span className="outline is-title is-half" />
      <span className="outline is-bar" />
      <span className="outline is-quote" />
      <span className="outline is-quote" />
      <p>{isVerySlow ? t('stillFetching') : <span className="visually-hidden">{t('loading')}</span>}</p>
    </div>
  );
}
