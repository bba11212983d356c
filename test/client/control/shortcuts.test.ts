import { describe, expect, it } from 'vitest';
import { ACTION_LIST } from '../../../client/control/actions/action-list.ts';
import { actionOf, keysText } from '../../../client/control/shortcuts.ts';
import { language } from '../../../client/words/language.ts';
import type { KeyPress } from '../../../client/control/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const onPage = { isTyping: false };

describe('shortcuts', () => {
  it.each([
    ['search', press('/')],
    ['search', press('k', { ctrlKey: true })],
    ['search', press('k', { metaKey: true })],
    ['undo', press('z', { ctrlKey: true })],
    ['redo', press('Z', { ctrlKey: true, shiftKey: true })],
    ['help', press('?', { shiftKey: true })],
    ['zoomIn', press('+', { shiftKey: true })],
    ['close', press('Escape')],
    ['reset', press('R', { shiftKey: true })],
    ['layoutDate', press('4')],
    ['selectAll', press('a')],
    ['selectAll', press('a', { ctrlKey: true })],
    ['selectAll', press('a', { metaKey: true })],
    ['showTable', press('t')],
    ['selectAll', press('a', { ctrlKey: true })],
    ['moveLeft', press('ArrowLeft', { metaKey: true })],
    ['showImport', press('I', { shiftKey: true })],
  ])('find %s', (id, key) => {
    expect(actionOf(key, onPage)?.id).toBe(id);
  });

  it('do not override those of the browser', () => {
    expect(actionOf(press('f', { ctrlKey: true }), onPage)).toBeUndefined();
    expect(actionOf(press('r', { ctrlKey: true }), onPage)).toBeUndefined();
    expect(actionOf(press('p', { ctrlKey: true }), onPage)).toBeUndefined();
    expect(actionOf(press('0', { ctrlKey: true }), onPage)).toBeUndefined();
  });

  it('leave characters, undo and Escape to a text field', () => {
    for (const key of [
      press('e'),
      press('/'),
      press('?'),
      press('z', { ctrlKey: true }),
      press('a', { ctrlKey: true }),
      press('Escape'),
    ]) {
      expect(actionOf(key, { isTyping: true })).toBeUndefined();
    }
    expect(actionOf(press('k', { ctrlKey: true }), { isTyping: true })?.id).toBe('search');
  });

  it('belong to one action each', () => {
    const keys = ACTION_LIST.flatMap((action) => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are written in the notation of the platform', () => {
    expect(keysText('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(keysText('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(keysText('Mod+ArrowLeft', false)).toBe('Ctrl+←');
    expect(keysText('+', false)).toBe('+');
    expect(keysText('Escape', true)).toBe('Esc');
    language.set('de');
    expect(['Mod+Shift+Z', 'Delete', 'Enter', 'Shift+F10'].map((keys) => keysText(keys, false))).toEqual([
      'Strg+Umschalt+Z',
      'Entf',
      'Eingabe',
      'Umschalt+F10',
    ]);
    language.set('en');
  });
});
