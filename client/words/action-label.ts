import { messageText } from './define-messages.ts';
import { ACTION_WORDS } from './messages/actions.ts';

export type ActionId = keyof typeof ACTION_WORDS.en;

/** The label of an action in the language of the page: for its buttons, menu entries, tooltips and help. */
export function actionLabel({ id }: { readonly id: ActionId }): string {
  return messageText(ACTION_WORDS, id);
}
