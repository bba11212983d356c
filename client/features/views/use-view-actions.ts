import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MEDIA_TYPES } from '../../../server/contract/media-types.ts';
import { VIEW_LIMITS } from '../../../server/contract/views.ts';
import type { ViewSummary } from '../../../server/contract/views.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { useExplorer } from '../../ui/explorer-context.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { downloadText } from '../../base/download-text.ts';
import { createView, deleteView, duplicateView, restoreView } from '../../links/saved-views.ts';
import { useBusy } from './use-busy.ts';
import type { CardAction } from './ViewCard.tsx';
import { readViewFile, viewFile, viewFileName } from '../../links/view-file.ts';

/** The result of an action, and how to undo it. */
interface Told {
  readonly words: string;
  readonly undo?: () => void;
}

export interface ViewActions {
  readonly problem: string | undefined;
  readonly told: Told | undefined;
  act(action: CardAction, view: ViewSummary): void;
  importFile(file: File): void;
  /** Fetches the list again. */
  changed(): void;
}

/** The maximum size of a file that is read. A view with its picture is smaller. */
const MAX_BYTES = 2_000_000;

/** The actions of a card's menu. `rename` opens its dialog. */
export function useViewActions({ rename }: { readonly rename: (view: ViewSummary) => void }): ViewActions {
  const t = useMessages(VIEWS);
  const { views } = useExplorer();
  const queries = useQueryClient();
  const { problem, run } = useBusy();
  const [told, setTold] = useState<Told>();
  const [fault, setFault] = useState<string>();
  const changed = () => void queries.invalidateQueries({ queryKey: ['content', 'views'] });
  const attempt = (work: () => Promise<Told | undefined>) => {
    setFault(undefined);
    void run(async () => {
      setTold(await work());
      changed();
    });
  };
  const remove = (view: ViewSummary) =>
    attempt(async () => {
      await deleteView(view);
      if (views.opened.value()?.id === view.id) views.opened.set(undefined);
      const undo = () =>
        attempt(async () => {
          await restoreView(view.id);
          return undefined;
        });
      return { words: t('deleted', { name: view.name }), undo };
    });
  const duplicate = (view: ViewSummary) =>
    attempt(async () => {
      const copy = await duplicateView(view.id, t('copyName', { name: view.name }).slice(0, VIEW_LIMITS.name));
      return { words: t('duplicated', { name: copy.name }) };
    });
  const exportFile = (view: ViewSummary) =>
    void run(async () => {
      downloadText(
        viewFile(await callEndpoint('view', { params: { id: view.id } })),
        viewFileName(view.name),
        MEDIA_TYPES.json,
      );
    });
  const act = (action: CardAction, view: ViewSummary) => {
    switch (action) {
      case 'open':
        return void views.openSaved(view.id, true);
      case 'rename':
        return rename(view);
      case 'duplicate':
        return duplicate(view);
      case 'copyLinkTo':
        return void views.copyLinkTo(view.id);
      case 'exportFile':
        return exportFile(view);
      case 'delete':
        return remove(view);
      default:
        return action satisfies never;
    }
  };
  const importFile = (file: File) =>
    attempt(async () => {
      const read = readViewFile(file.size > MAX_BYTES ? '' : await file.text());
      if ('fault' in read) {
        setFault(t(read.fault === 'newer' ? 'fileNewer' : 'fileFault'));
        return undefined;
      }
      const { name, note, state, thumbnail } = read.content;
      const saved = await createView({ name, note: note ?? '' }, { state, thumbnail });
      return { words: t('imported', { name: saved.name }) };
    });
  return { problem: fault ?? problem, told, act, importFile, changed };
}
