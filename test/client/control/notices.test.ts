import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../client/control/notices.ts';

describe('what the page tells', () => {
  it('is told again when it is the same as before', () => {
    const { announcement } = createNotices();
    const heard: string[] = [];
    announcement.subscribe(() => heard.push(announcement.value()));
    for (let time = 0; time < 3; time += 1) announcement.set('25 neighbours added.');
    expect(heard.map((words) => words.trim())).toEqual(Array.from({ length: 3 }, () => '25 neighbours added.'));
    // What does not change in the document is not read.
    expect(heard.every((words, index) => words !== heard[index - 1])).toBe(true);
  });

  it('is shown for its own time, although the same is shown already', () => {
    const { outcome } = createNotices();
    let times = 0;
    outcome.subscribe(() => {
      times += 1;
    });
    outcome.set({ words: '25 neighbours added.' });
    outcome.set({ words: '25 neighbours added.' });
    expect(times).toBe(2);
  });
});
