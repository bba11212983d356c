import { CircleAlert } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { COMMON } from '../words/messages/common.ts';
import { useMessages } from './use-messages.ts';

interface ErrorBarProps {
  /** What failed, and what is not affected. */
  readonly what: string;
  readonly because?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** An error at the place where it occurred: an icon, a text, and actions. */
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
