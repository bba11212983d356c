import { Check, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { COMMON } from '../../words/messages/common.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import type { Translator } from '../../ui/use-messages.ts';
import type { ViewNotice } from '../../links/view-notices.ts';

/** How long a success or an offer is shown. */
const PASSING_MS: Readonly<Partial<Record<ViewNotice['kind'], number>>> = {
  copied: 6_000,
  saved: 6_000,
  restored: 6_000,
  kept: 20_000,
};

/** The notice of opening, linking or saving a view, over the canvas. */
export function ViewNoticeBar({ notice }: { readonly notice: ViewNotice }) {
  const [t, common] = [useMessages(VIEWS), useMessages(COMMON)];
  const { views, actions } = useExplorer();
  const dismiss = () => views.notice.set(undefined);
  useEffect(() => {
    const passing = PASSING_MS[notice.kind];
    if (passing === undefined) return;
    const timer = setTimeout(() => views.notice.set(undefined), passing);
    return () => clearTimeout(timer);
  }, [notice, views]);
  const fault = faultWords(notice, t);
  if (fault !== undefined) {
    const retry = notice.kind === 'failed' ? notice.retry : undefined;
    return (
      <div className="view-notice">
        <ErrorBar
          what={fault}
          because={notice.kind === 'failed' ? problemText(notice.because) : undefined}
          onRetry={retry}
          onDismiss={dismiss}
        />
      </div>
    );
  }
  return (
    <div className="view-notice">
      <div className="notice-bar" role="status">
        {notice.kind === 'missing' || notice.kind === 'kept' ? (
          <Info aria-hidden="true" />
        ) : (
          <Check aria-hidden="true" />
        )}
        <div className="notice-words">
          {noticeWords(notice, t)}
          {notice.kind === 'link' && (
            <input
              className="notice-link"
              readOnly
              aria-label={t('copyByHand')}
              value={notice.address}
              onFocus={(event) => event.target.select()}
            />
          )}
        </div>
        {notice.kind === 'restored' && (
          <Button
            className="button is-quiet"
            onPress={() => {
              actions.resetView();
              dismiss();
            }}
          >
            {t('toStart')}
          </Button>
        )}
        {notice.kind === 'kept' && (
          <Button
            className="button is-quiet"
            onPress={() => {
              dismiss();
              notice.open();
            }}
          >
            {t('openKept')}
          </Button>
        )}
        <IconButton label={common('dismiss')} onPress={dismiss}>
          <X />
        </IconButton>
      </div>
    </div>
  );
}

/** The text of an error; undefined for a success. */
function faultWords(notice: ViewNotice, t: Translator<(typeof VIEWS)['en']>): string | undefined {
  switch (notice.kind) {
    case 'gone':
      return t('gone');
    case 'fault':
      return t(notice.fault);
    case 'deleted':
      return t('viewDeleted');
    case 'failed':
      return t(notice.what === 'open' ? 'notOpened' : 'notCopied');
    default:
      return undefined;
  }
}

function noticeWords(notice: ViewNotice, t: Translator<(typeof VIEWS)['en']>): string {
  switch (notice.kind) {
    case 'missing':
      return t('missing', { count: notice.missing, total: notice.total });
    case 'kept':
      return t('kept');
    case 'restored':
      return t('restored');
    case 'copied':
      return t('copied');
    case 'savedForLink':
      return t('savedForLink', { name: notice.name });
    case 'saved':
      return t('savedNow', { name: notice.name });
    case 'link':
      return t('copyByHand');
    default:
      return '';
  }
}
