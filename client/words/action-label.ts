import { messageText } from './define-messages.ts';
import { ACTION_WORDS } from './messages/actions.ts';

/** What an action is called in the language of the page now. */
export function actionLabel({ id, label }: { readonly id: string; readonly label: string }): string {
  return id in ACTION_WORDS.en ? messageText(ACTION_WORDS, id as keyof typeof ACTION_WORDS.en) : label;
}
