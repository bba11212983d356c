import { useQueryClient } from '@tanstack/react-query';
import type { SearchResult } from '../../../server/contract/explorer.ts';
import { useExplorer } from '../../ui/explorer-context.ts';
import { documentQuery, nodeQuery } from '../../ui/queries.ts';
import { SEARCH } from '../../words/messages/search.ts';
import { message, wordMessage } from '../../words/define-messages.ts';
import type { Message } from '../../words/define-messages.ts';
import { nodesQuotedIn } from './nodes-quoted-in.ts';
import { forgetFind } from './recent-finds.ts';

/**
 * Opens a search result: adds and selects a node, or the edge of a quotation with both ends, or opens a document.
 * `isWide`: adds the neighbours, too; the neighbours of a document are the actors and claims that it quotes.
 */
export function useGoToResult(): (result: SearchResult, isWide: boolean) => Promise<void> {
  const { commands, notices } = useExplorer();
  const queries = useQueryClient();
  const tell = (outcome: Message) => {
    notices.outcome.set(outcome);
    notices.announcement.set(wordMessage(outcome));
  };
  const goToNode = async ({ kind, id, text, node }: SearchResult, isWide: boolean) => {
    const known = node ?? (await queries.fetchQuery(nodeQuery(id)).catch(() => undefined))?.node;
    if (known !== undefined) {
      await commands.showNode(known, isWide);
      return;
    }
    forgetFind({ kind, id });
    tell(message(SEARCH, 'gone', { text }));
  };
  const goToDocument = async ({ id }: SearchResult, isWide: boolean) => {
    commands.openDocument(id);
    if (!isWide) return;
    // The panel sends the same request and shows its error.
    const view = await queries.fetchQuery(documentQuery(id)).catch(() => undefined);
    const quoted = nodesQuotedIn(view?.statements ?? []);
    if (quoted.ids.length > 0) await commands.addNodes(quoted.ids);
    if (quoted.isMore) tell(message(SEARCH, 'quotedInPart', { count: quoted.ids.length }));
  };
  return async (result, isWide) => {
    const { kind, id, actor, claim } = result;
    if (kind === 'actor' || kind === 'claim') await goToNode(result, isWide);
    else if (kind === 'document') await goToDocument(result, isWide);
    else if (actor !== undefined && claim !== undefined)
      await commands.showStatement({ id, actor: actor.id, claim: claim.id }, isWide);
  };
}
