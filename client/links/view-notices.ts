/** What opening, linking and saving views has to tell, as data that is worded where it is shown. */
import type { FormatFault } from './view-format.ts';

export type ViewNotice =
  /** Some of what the view holds exists no longer; the rest is shown. */
  | { readonly kind: 'missing'; readonly missing: number; readonly total: number }
  /** Nothing of it exists; what was shown before still is. */
  | { readonly kind: 'gone'; readonly total: number }
  | { readonly kind: 'fault'; readonly fault: FormatFault | 'unknown' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'failed'; readonly what: 'open' | 'copy'; readonly because: string; readonly retry: () => void }
  /** What was shown at the last visit was not saved, and can be opened. */
  | { readonly kind: 'kept'; readonly open: () => void }
  /** What was shown last time is shown again. */
  | { readonly kind: 'restored' }
  | { readonly kind: 'copied' }
  /** A state too long for a link was saved as a view of that name, and the link to it copied. */
  | { readonly kind: 'savedForLink'; readonly name: string }
  /** The browser does not let the page write to the clipboard: the link, to be copied by hand. */
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'saved'; readonly name: string };
