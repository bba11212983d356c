import { useQueryClient } from '@tanstack/react-query';
import type { SearchResult } from '../../server/contract/explorer.ts';
import { useExplorer } from '../page/explorer-context.ts';
import { nodeQuery } from '../page/queries.ts';
import { SEARCH } from '../words/messages/search.ts';
import { useMessages } from '../words/use-messages.ts';
import { forgetFind } from './recent-finds.ts';

/** Leads to what was found: a node is added (`isWide`: with its neighbours), a quotation leads to its edge, a document is opened. */
export function useGoToResult(): (result: SearchResult, isWide: boolean) => Promise<void> {
  const t = useMessages(SEARCH);
  const { commands, notices } = useExplorer();
  const queries = useQueryClient();
  const goToNode = async ({ kind, id, text, node }: SearchResult, isWide: boolean) => {
    const known = node ?? (await queries.fetchQuery(nodeQuery(id)).catch(() => undefined))?.node;
    if (known !== undefined) {
      await commands.showNode(known, isWide);
      return;
    }
    forgetFind({ kind, id });
    notices.outcome.set(t('gone', { text }));
    notices.announcement.set(t('gone', { text }));
  };
  return async (result, isWide) => {
    const { kind, id, actor, claim } = result;
    if (kind === 'actor' || kind === 'claim') await goToNode(result, isWide);
    else if (kind === 'document') commands.openDocument(id);
    else if (actor !== undefined && claim !== undefined) await commands.showStatement({ id, actor: actor.id, claim: claim.id });
  };
}
