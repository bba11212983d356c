import { defineMessages } from '../define-messages.ts';

export const DURATIONS = defineMessages({
  en: { moment: 'a moment', seconds: '{count} s', minutes: '{count} min' },
  de: { moment: 'ein Augenblick', seconds: '{count} s', minutes: '{count} min' },
});
