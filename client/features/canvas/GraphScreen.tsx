import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Overview } from '../../../server/contract/explorer.ts';
import { CanvasOutline } from './CanvasOutline.tsx';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { CANVAS } from '../../words/messages/canvas.ts';
import { COMMON } from '../../words/messages/common.ts';
import { PAGE } from '../../words/messages/page.ts';
import { problemText, reasonText } from '../../words/problem-text.ts';
import { useLanguage, useMessages } from '../../ui/use-messages.ts';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { GraphCanvas } from './GraphCanvas.tsx';
import { GraphList } from './GraphList.tsx';
import { Legend } from './Legend.tsx';
import { overviewQuery } from '../../ui/queries.ts';
import { ViewControls } from './ViewControls.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { wordMessage } from '../../words/define-messages.ts';

const TimeAxis = lazyPart(() => import('./TimeAxis.tsx').then(({ TimeAxis: component }) => component));
const EmptyDatabase = lazyPart(() => import('./EmptyDatabase.tsx').then(({ EmptyDatabase: component }) => component));

interface GraphScreenProps {
  /** Whether another screen covers the graph: it then stays rendered but inert. */
  readonly isCovered: boolean;
  /** The chips of the active filters, rendered once there is a graph. */
  readonly chips: ReactNode;
}

/** The canvas and the elements over it. */
export function GraphScreen({ isCovered, chips }: GraphScreenProps) {
  const t = useMessages(COMMON);
  const language = useLanguage();
  const overview = useQuery(overviewQuery);
  const { views } = useExplorer();
  const hasNodes = useExplorerState((state) => state.nodes.size > 0);
  const isByDate = useExplorerState((state) => state.layout === 'date');
  const isOpening = useValue(views.isOpening);
  useStartView(isOpening ? undefined : overview.data, hasNodes);
  const isEmpty = overview.data !== undefined && !hasNodes && overview.data.graph.nodes.length === 0;
  return (
    <section className="graph-screen" aria-label={t('graph')} inert={isCovered}>
      <GraphCanvas />
      {hasNodes && <GraphList key={language} />}
      {hasNodes && <Legend />}
      {hasNodes && <Suspense>{chips}</Suspense>}
      {hasNodes && isByDate && (
        <Suspense>
          <TimeAxis />
        </Suspense>
      )}
      <ViewControls />
      {(overview.isPending || isOpening) && !hasNodes && <CanvasOutline />}
      {isEmpty && (
        <Suspense>
          <EmptyDatabase />
        </Suspense>
      )}
      <GraphProblem startProblem={hasNodes ? null : overview.error} onRetry={() => void overview.refetch()} />
    </section>
  );
}

/** Shows the start view when it is first available, and again when an empty database gets content. */
function useStartView(overview: Overview | undefined, hasNodes: boolean): void {
  const { commands } = useExplorer();
  const shown = useRef<Overview | undefined>(undefined);
  useEffect(() => {
    if (overview === undefined || overview === shown.current || hasNodes) return;
    shown.current = overview;
    if (overview.graph.nodes.length > 0) commands.showStart(overview.graph, false);
  }, [overview, hasNodes, commands]);
}

function GraphProblem({
  startProblem,
  onRetry,
}: {
  readonly startProblem: Error | null;
  readonly onRetry: () => void;
}) {
  const [t, page] = [useMessages(CANVAS), useMessages(PAGE)];
  const { notices } = useExplorer();
  const problem = useValue(notices.problem);
  if (startProblem === null && problem === undefined) return null;
  return (
    <div className="graph-problem">
      {startProblem !== null && (
        <ErrorBar what={t('startViewProblem')} because={problemText(startProblem)} onRetry={onRetry} />
      )}
      {problem !== undefined && (
        <ErrorBar
          what={wordMessage(problem.what)}
          because={page('notChanged', { because: reasonText(problem.because) })}
          onRetry={problem.retry}
          onDismiss={() => notices.problem.set(undefined)}
        />
      )}
    </div>
  );
}
