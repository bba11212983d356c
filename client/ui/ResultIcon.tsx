import {
  Building,
  FileText,
  Landmark,
  MessageSquareMore,
  MessageSquareQuote,
  Newspaper,
  Quote,
  User,
  Users,
} from 'lucide-react';
import { createElement, type ReactNode } from 'react';
import type { SearchResult } from '../../server/contract/explorer.ts';
import type { ActorKind } from '../../server/contract/vocabulary.ts';

/** As on the canvas, kinds differ by shape, not by colour. */
const KIND_ICONS: Readonly<Record<ActorKind, typeof User>> = {
  person: User,
  organisation: Building,
  state: Landmark,
  media: Newspaper,
  group: Users,
};
const ICONS = { claim: MessageSquareQuote, quotation: Quote, document: FileText } as const;

/** The icon of a search result; an actor of unknown kind has the icon of a speaker. */
export function ResultIcon({ result }: { readonly result: SearchResult }): ReactNode {
  return createElement(iconOf(result), { 'aria-hidden': true });
}

function iconOf({ kind, node }: SearchResult): typeof User {
  if (kind !== 'actor') return ICONS[kind];
  return node?.type === 'actor' && node.kind !== undefined ? KIND_ICONS[node.kind] : MessageSquareMore;
}
