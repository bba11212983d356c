import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-aria-components/Link';
import type { ActorRef, ClaimRef } from '../../../server/contract/explorer.ts';
import { useExplorer } from '../../ui/explorer-context.ts';
import { nodeQuery } from '../../ui/queries.ts';
import { message } from '../../words/define-messages.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { reasonOf } from '../../control/notices.ts';

/** The name of an actor as a link to the actor, whether or not it is on the canvas. */
export function ActorLink({
  actor,
  className = 'link is-plain',
}: {
  readonly actor: ActorRef;
  readonly className?: string;
}) {
  const goTo = useGoTo(actor.id);
  return (
    <Link className={className} onPress={goTo}>
      <bdi>{actor.name}</bdi>
    </Link>
  );
}

/** The text of a claim as a link to the claim. */
export function ClaimLink({ claim }: { readonly claim: ClaimRef }) {
  const goTo = useGoTo(claim.id);
  return (
    <Link className="claim-link" onPress={goTo}>
      <span dir="auto">{claim.text}</span>
    </Link>
  );
}

function useGoTo(id: string): () => void {
  const { commands, notices } = useExplorer();
  const queries = useQueryClient();
  const go = async () => {
    try {
      const { node } = await queries.fetchQuery(nodeQuery(id));
      await commands.showNode(node);
    } catch (problem) {
      notices.problem.set({ what: message(PANELS, 'notShown'), because: reasonOf(problem), retry: () => void go() });
    }
  };
  return () => void go();
}
