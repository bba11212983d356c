import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useExplorer, useExplorerState, useVisibleGraph } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { select } from '../../state/reducers.ts';
import { typeAheadBuffer } from '../../base/type-ahead-buffer.ts';
import { nodeText } from '../../words/names.ts';
import { FIND_IN_VIEW } from '../../words/messages/find-in-view.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { findInView } from './find-in-view.ts';
import { bringTo } from './bring-to.ts';
import { actionLabel } from '../../words/action-label.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';

/** A field that steps through matches in the view and moves the camera to each, like the find function of a browser. */
export function FindInView({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(FIND_IN_VIEW);
  const { store, graph, notices } = useExplorer();
  const { nodes } = useVisibleGraph();
  const positions = useExplorerState((state) => state.positions);
  const [typed, setTyped] = useState(typeAheadBuffer.typed);
  const [at, setAt] = useState<number>();
  const field = useRef<HTMLInputElement>(null);
  const found = useMemo(() => findInView(nodes, positions, typed), [nodes, positions, typed]);
  const current = at === undefined ? undefined : found[at];

  useEffect(() => {
    field.current?.focus();
    typeAheadBuffer.end();
    return () => graph.value()?.focus(undefined);
  }, [graph]);

  const goTo = (index: number) => {
    const id = found[index];
    const node = id === undefined ? undefined : nodes.get(id);
    if (id === undefined || node === undefined) return;
    setAt(index);
    bringTo(id, { controller: graph.value(), at: positions.get(id) });
    notices.announcement.set(`${nodeText(node)}, ${t('at', { at: index + 1, count: found.length })}`);
  };
  const step = (by: 1 | -1) => {
    if (found.length > 0)
      goTo(at === undefined ? (by === 1 ? 0 : found.length - 1) : (at + by + found.length) % found.length);
  };
  const close = () => {
    if (current !== undefined) store.step((state) => select(state, [current], 'replace'));
    onClose();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else step(event.shiftKey ? -1 : 1);
  };
  const isVain = typed.trim() !== '' && found.length === 0;
  return (
    <div className="find-in-view" role="search" aria-label={actionLabel(ACTIONS.findInView)} onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="find-field"
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={actionLabel(ACTIONS.findInView)}
        placeholder={t('placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(undefined);
        }}
      />
      <span className="find-count count" role="status">
        {isVain && t('nothing')}
        {found.length > 0 &&
          (at === undefined ? t('found', { count: found.length }) : t('at', { at: at + 1, count: found.length }))}
      </span>
      <IconButton label={t('previous')} keys="Shift+Enter" isDisabled={found.length === 0} onPress={() => step(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={t('next')} keys="Enter" isDisabled={found.length === 0} onPress={() => step(1)}>
        <ChevronDown />
      </IconButton>
      <IconButton label={t('close')} keys="Escape" onPress={close}>
        <X />
      </IconButton>
    </div>
  );
}
