import { describe, expect, it } from 'vitest';
import { ACTION_LIST } from '../../../client/control/actions/action-list.ts';
import { actionOf, keysOf, keysOfPress, keysText, pressOf } from '../../../client/control/shortcuts.ts';
import { language } from '../../../client/words/language.ts';
import type { KeyPress } from '../../../client/control/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const ownKeys = { singleKeys: 'on', keys: {} } as const;
const onPage = { isTyping: false, settings: ownKeys };
const inField = { isTyping: true, settings: ownKeys };

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
      expect(actionOf(key, inField)).toBeUndefined();
    }
    expect(actionOf(press('k', { ctrlKey: true }), inField)?.id).toBe('search');
    expect(actionOf(press('s', { ctrlKey: true }), inField)?.id).toBe('saveView');
  });

  it.each([
    ['undo', press('я', { code: 'KeyZ', ctrlKey: true })],
    ['redo', press('Я', { code: 'KeyZ', ctrlKey: true, shiftKey: true })],
    ['saveView', press('ы', { code: 'KeyS', metaKey: true })],
    ['pin', press('π', { code: 'KeyP' })],
    ['pin', press('ㅔ', { code: 'KeyP' })],
    ['showTable', press('א', { code: 'KeyT' })],
    ['previousQuotation', press('х', { code: 'BracketLeft' })],
    ['layoutDate', press('۴', { code: 'Digit4' })],
  ])('find %s on a keyboard of another script', (id, key) => {
    expect(actionOf(key, onPage)?.id).toBe(id);
  });

  it('are what a key of a Latin keyboard says, wherever it is', () => {
    for (const key of [
      press('ö', { code: 'Semicolon' }),
      press('ü', { code: 'BracketLeft' }),
      press('ß', { code: 'Minus' }),
      press('é', { code: 'Digit2' }),
      press('§', { code: 'Digit6' }),
      press('Dead', { code: 'Equal' }),
    ])
      expect(actionOf(key, onPage)).toBeUndefined();
    expect(actionOf(press('z', { code: 'KeyY', ctrlKey: true }), onPage)?.id).toBe('undo');
    expect(actionOf(press('a', { code: 'KeyQ' }), onPage)?.id).toBe('selectAll');
  });

  it('include characters that need Option or AltGr, but no letters or digits with them', () => {
    const typed = (key: string, more: Partial<KeyPress>, isMac: boolean, hasAltGr = false) =>
      actionOf(
        pressOf({ ...press(key, more), getModifierState: (name) => hasAltGr && name === 'AltGraph' }, isMac),
        onPage,
      )?.id;
    expect(typed('[', { code: 'Digit5', altKey: true }, true)).toBe('previousQuotation');
    expect(typed('[', { code: 'Digit8', altKey: true, ctrlKey: true }, false, true)).toBe('previousQuotation');
    expect(typed('[', { code: 'BracketLeft', altKey: true }, false)).toBeUndefined();
    expect(typed('π', { code: 'KeyP', altKey: true }, true)).toBeUndefined();
    expect(typed('4', { code: 'Digit4', altKey: true }, false)).toBeUndefined();
    expect(typed('p', { code: 'KeyP', altKey: true, ctrlKey: true }, false, true)).toBeUndefined();
  });

  it('of one character are off when the user says so; the others are on', () => {
    const settings = { singleKeys: 'off', keys: {} } as const;
    for (const action of ACTION_LIST)
      for (const keys of keysOf(action, settings)) expect(keys).toMatch(/^(?:Mod\+|(?:Shift\+)?[A-Z][a-zA-Z0-9]+$)/u);
    for (const key of [press('p'), press('/'), press('D', { shiftKey: true }), press('?', { shiftKey: true })])
      expect(actionOf(key, { isTyping: false, settings })).toBeUndefined();
    expect(actionOf(press('k', { ctrlKey: true }), { isTyping: false, settings })?.id).toBe('search');
    expect(actionOf(press('Escape'), { isTyping: false, settings })?.id).toBe('close');
  });

  it('are those that the user has chosen', () => {
    const place = { isTyping: false, settings: { singleKeys: 'on', keys: { pin: ['Shift+Y'], hide: [] } } } as const;
    expect(actionOf(press('Y', { shiftKey: true }), place)?.id).toBe('pin');
    expect(actionOf(press('p'), place)).toBeUndefined();
    expect(actionOf(press('h'), place)).toBeUndefined();
    expect(actionOf(press('t'), place)?.id).toBe('showTable');
  });

  it('are recorded as they are found again', () => {
    for (const [keys, pressed] of [
      ['Shift+Y', press('Y', { shiftKey: true })],
      ['?', press('?', { shiftKey: true })],
      ['Mod+B', press('b', { metaKey: true })],
      ['Shift+F9', press('F9', { shiftKey: true })],
      ['P', press('з', { code: 'KeyP' })],
    ] as const) {
      expect(keysOfPress(pressed)).toBe(keys);
      expect(actionOf(pressed, { isTyping: false, settings: { singleKeys: 'on', keys: { pin: [keys] } } })?.id).toBe(
        'pin',
      );
    }
    expect(keysOfPress(press('Shift', { shiftKey: true }))).toBeUndefined();
    expect(keysOfPress(press('p', { altKey: true }))).toBeUndefined();
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
