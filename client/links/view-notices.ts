/** Notices about opening, linking and saving views, as data; the component that shows them puts them into words. */
import type { FormatFault } from './view-format.ts';

export type ViewNotice =
  /** Some nodes of the view no longer exist; the rest is shown. */
  | { readonly kind: 'missing'; readonly missing: number; readonly total: number }
  /** No node of the view exists; the previous view stays. */
  | { readonly kind: 'gone'; readonly total: number }
  | { readonly kind: 'fault'; readonly fault: FormatFault | 'unknown' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'failed'; readonly what: 'open' | 'copy'; readonly because: Error; readonly retry: () => void }
  /** The last visit ended with an unsaved view, which can be opened. */
  | { readonly kind: 'kept'; readonly open: () => void }
  /** The unsaved view was restored. */
  | { readonly kind: 'restored' }
  | { readonly kind: 'copied' }
  /** The state was too long for a link: it was saved as a view of that name, and the link to the view copied. */
  | { readonly kind: 'savedForLink'; readonly name: string }
  /** The browser denied access to the clipboard: the link to be copied by hand. */
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'saved'; readonly name: string };
