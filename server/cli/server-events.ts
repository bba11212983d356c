/** Reading a stream of server-sent events (WHATWG HTML, section 9.2), as far as our own server uses it. */

/**
 * The data of each event, in order. Comments are skipped.
 *
 * @throws the error of the body when the connection breaks.
 */
export async function* readEvents(answer: Response): AsyncGenerator<string> {
  if (answer.body === null) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of answer.body) {
    rest += decoder.decode(chunk, { stream: true });
    const events = rest.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const lines = event.split('\n').filter((line) => line.startsWith('data: '));
      if (lines.length > 0) yield lines.map((line) => line.slice('data: '.length)).join('\n');
    }
  }
}
