import { History } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import { useExplorer } from '../../ui/explorer-context.ts';
import { openHistory } from '../../state/reducers.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** Opens the history of an actor's position on a claim. */
export function HistoryLink({ actor, claim }: { readonly actor: string; readonly claim: string }) {
  const t = useMessages(PANELS);
  const { store } = useExplorer();
  return (
    <p className="history-link">
      <Link className="link is-plain" onPress={() => store.step((state) => openHistory(state, actor, claim))}>
        <History aria-hidden="true" /> {t('history')}
      </Link>
    </p>
  );
}
