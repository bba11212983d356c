import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNotices, reasonOf } from '../../../client/control/notices.ts';
import { message, wordMessage } from '../../../client/words/define-messages.ts';
import { language } from '../../../client/words/language.ts';
import { GROWING } from '../../../client/words/messages/growing.ts';
import { reasonText } from '../../../client/words/problem-text.ts';

beforeAll(() => void vi.stubGlobal('navigator', { languages: ['en-GB'] }));
afterEach(() => language.set('en'));

describe('notices', () => {
  it('are announced again when the text is the same', () => {
    const { announcement } = createNotices();
    const heard: string[] = [];
    announcement.subscribe(() => heard.push(announcement.value()));
    for (let time = 0; time < 3; time += 1) announcement.set('25 neighbours added.');
    expect(heard.map((words) => words.trim())).toEqual(Array.from({ length: 3 }, () => '25 neighbours added.'));
    // Screen readers read only changed text.
    expect(heard.every((words, index) => words !== heard[index - 1])).toBe(true);
  });

  it('restart their display time when the text is the same', () => {
    const { outcome } = createNotices();
    let times = 0;
    outcome.subscribe(() => {
      times += 1;
    });
    for (let time = 0; time < 2; time += 1) outcome.set(message(GROWING, 'nodesAdded', { count: 25 }));
    expect(times).toBe(2);
  });

  it('is worded in the language of the page at the time', () => {
    const { outcome } = createNotices();
    outcome.set(message(GROWING, 'nodesAdded', { count: 25 }));
    const words = () => wordMessage(outcome.value() ?? message(GROWING, 'nothingAdded'));
    expect(words()).toBe('25 nodes added.');
    language.set('de');
    expect(words()).toBe('25 Knoten hinzugefügt.');
  });

  it('words a message within a message, too', () => {
    language.set('de');
    const connected = message(GROWING, 'connected', { count: 1 });
    expect(wordMessage(message(GROWING, 'connectedInPart', { outcome: connected, count: 2_000 }))).toBe(
      '1 Kante hinzugefügt. Nur die ersten 2.000 Knoten wurden geprüft, das Höchste für eine Anfrage.',
    );
  });

  it('gives a reason for whatever was thrown', () => {
    const error = new Error('Out of memory.');
    expect(reasonText(reasonOf(error))).toBe('Out of memory.');
    expect(reasonText(reasonOf('no error'))).toBe('Something unexpected went wrong.');
  });
});
