import { CircleAlert } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { COMMON } from '../words/messages/common.ts';
import { useMessages } from './use-messages.ts';

interface ErrorBarProps {
  /** What went wrong, and what is safe. */
  readonly what: string;
  readonly because?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** An error in the place where it went wrong: an icon, words, and what can be done. */
export function ErrorBar({ what, because, onRetry, onDismiss }: ErrorBarProps) {
  const t = useMessages(COMMON);
  return (
    <div className="error-bar" role="alert">
      <CircleAlert aria-hidden="true" />
      <div className="error-words">
        <strong>{what}</strong>
        {because !== undefined && <> {because}</>}
      </div>
      {onRetry !== undefined && (
        <Button className="button" onPress={onRetry}>
          {t('retry')}
        </Button>
      )}
      {onDismiss !== undefined && (
        <Button className="button is-quiet" onPress={onDismiss}>
          {t('dismiss')}
        </Button>
      )}
    </div>
  );
}
