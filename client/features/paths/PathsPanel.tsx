import { useQuery } from '@tanstack/react-query';
import { ArrowUpDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { PathAnswer } from '../../../server/contract/paths.ts';
import { EDGE_STANCES } from '../../../server/contract/vocabulary.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer, useVisibleGraph } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useHasPassed } from '../../ui/use-debounced.ts';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import type { PathsPanel as PathsOpen } from '../../state/explorer-state.ts';
import { PATHS } from '../../words/messages/paths.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { NodePicker } from './NodePicker.tsx';
import { PathCard } from './PathCard.tsx';
import { missingNodes } from './path-steps.ts';
import { MAX_HOPS, pathsQuery } from './paths-query.ts';

const BY = ['any', ...EDGE_STANCES] as const;

/** How two nodes are connected: the shortest paths between them, with their statements. */
export function PathsPanel({ panel }: { readonly panel: PathsOpen }) {
  const t = useMessages(PATHS);
  const { store } = useExplorer();
  const { from, to, stances } = panel;
  const change = (next: Partial<PathsOpen>) => store.step((state) => ({ ...state, panel: { ...panel, ...next } }));
  const ends = useFocusOfEnds(from, to);
  const by = stances.length === 1 ? stances[0] : 'any';
  return (
    <>
      <p className="panel-kind">{t('kind')}</p>
      <h2 className="panel-title">{t('title')}</h2>
      <div className="path-ends" ref={ends}>
        <NodePicker label={t('from')} id={from} isFirst={from === ''} onChange={(id) => change({ from: id })} />
        <NodePicker label={t('to')} id={to} isFirst={from !== '' && to === ''} onChange={(id) => change({ to: id })} />
        <IconButton
          label={t('swap')}
          side="left"
          className="path-swap"
          isDisabled={from === '' && to === ''}
          onPress={() => change({ from: to, to: from })}
        >
          <ArrowUpDown />
        </IconButton>
      </div>
      <RadioGroup
        className="choice-row"
        value={by ?? 'any'}
        onChange={(value) => change({ stances: EDGE_STANCES.filter((stance) => stance === value) })}
      >
        <Label className="node-picker-label">{t('by')}</Label>
        <div className="choices">
          {BY.map((one) => (
            <Radio key={one} value={one} className={one === 'any' ? 'choice' : `choice ${one}`}>
              {t(one)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Found panel={panel} />
    </>
  );
}

/**
 * Keeps the focus among the ends: choosing or clearing one removes the element that had it. The next field without a node
 * gets it, else the button of the end that has changed.
 */
function useFocusOfEnds(from: string, to: string): React.RefObject<HTMLDivElement | null> {
  const ends = useRef<HTMLDivElement>(null);
  const before = useRef({ from, to });
  useEffect(() => {
    const last = before.current;
    before.current = { from, to };
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if ((last.from === from && last.to === to) || !isLost) return;
    const field = ends.current?.querySelector('input');
    const buttons = ends.current?.querySelectorAll<HTMLElement>('.node-picker-chosen button') ?? [];
    (field ?? buttons[last.from === from ? 1 : 0])?.focus();
  }, [from, to]);
  return ends;
}

function Found({ panel }: { readonly panel: PathsOpen }) {
  const t = useMessages(PATHS);
  const answer = useQuery(pathsQuery(panel));
  if (panel.from === '' || panel.to === '') return <p className="muted">{t('hint')}</p>;
  if (panel.from === panel.to)
    return (
      <p className="muted" role="status">
        {t('same')}
      </p>
    );
  if (answer.error !== null)
    return <ErrorBar what={t('problem')} because={problemText(answer.error)} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Searching />;
  const { paths, truncated } = answer.data;
  return (
    <>
      {paths.length === 0 && !truncated && (
        <p className="path-none" role="status">
          {t(panel.stances.length > 0 ? 'noneByStance' : 'none', { hops: answer.data.maxHops || MAX_HOPS })}
        </p>
      )}
      {paths.length > 0 && <PathList answer={answer.data} />}
      {truncated && (
        <p className="muted" role="status">
          {t('truncated')}
        </p>
      )}
    </>
  );
}

const PATIENCE_MS = 300;
function Searching() {
  return useHasPassed(PATIENCE_MS) ? <PanelOutline /> : null;
}

function PathList({ answer }: { readonly answer: PathAnswer }) {
  const t = useMessages(PATHS);
  const { commands } = useExplorer();
  const { nodes } = useVisibleGraph();
  const missing = new Set(answer.paths.flatMap((path) => missingNodes(path, nodes)));
  const all = [...new Set(answer.paths.flatMap((path) => path.nodes))];
  return (
    <>
      <div className="path-top">
        <p className="muted" role="status">
          {t('count', { count: answer.paths.length })}
        </p>
        {answer.paths.length > 1 && missing.size > 0 && (
          <Button className="button" onPress={() => void commands.addNodes(all)}>
            {t('addAll')}
          </Button>
        )}
      </div>
      {answer.paths.map((path, index) => (
        <PathCard key={path.edges.join(' ')} answer={answer} path={path} number={index + 1} />
      ))}
    </>
  );
}
