import { ApiProblem } from '../api/api-problem.ts';
import { messageText, wordMessage } from './define-messages.ts';
import type { Message } from './define-messages.ts';
import { language } from './language.ts';
import { PROBLEMS } from './messages/problems.ts';

type KnownCode = Exclude<keyof typeof PROBLEMS.en, 'internal-logged'>;

/**
 * The text of an error in the language of the page. The server writes its problems in English, and English shows
 * them unchanged, because they name the case. In another language, a known code has its own message.
 */
export function problemText(problem: unknown): string {
  if (!(problem instanceof ApiProblem))
    return problem instanceof Error && problem.message !== '' ? problem.message : messageText(PROBLEMS, 'unknown');
  const { code, requestId, message } = problem;
  if (language.value() === 'en' || !isKnown(code)) return message;
  if (code === 'internal' && requestId !== undefined)
    return messageText(PROBLEMS, 'internal-logged', { id: requestId });
  return messageText(PROBLEMS, code);
}

/** A reason that is a message or an error, as a sentence. */
export function reasonText(reason: Message | Error): string {
  return reason instanceof Error ? problemText(reason) : wordMessage(reason);
}

function isKnown(code: string): code is KnownCode {
  return code in PROBLEMS.en && code !== 'internal-logged';
}
