import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../client/control/notices.ts';

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
    outcome.set({ words: '25 neighbours added.' });
    outcome.set({ words: '25 neighbours added.' });
    expect(times).toBe(2);
  });
});
