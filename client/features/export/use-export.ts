import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { localDay } from '../../../server/contract/file-names.ts';
import type { StatementView } from '../../../server/contract/explorer.ts';
import { createTextMeasure } from '../../graph/scene/measure-text.ts';
import { withoutMarks } from '../../graph/scene/scene.ts';
import type { SceneShapes } from '../../graph/paint/scene-svg.ts';
import { readTokens } from '../../graph/scene/tokens.ts';
import type { Tokens } from '../../graph/scene/tokens.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';
import { createValueStore } from '../../base/value-store.ts';
import type { ValueStore } from '../../base/value-store.ts';
import { dateText } from '../../words/dates.ts';
import { COMMON } from '../../words/messages/common.ts';
import { EXPORT } from '../../words/messages/export.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { isPicture } from './export-options.ts';
import type { ExportOptions } from './export-options.ts';
import { fetchStatements, fetchTexts } from './fetch-statements.ts';
import { createFrameMeasure } from './frame-canvas.ts';
import type { Drawn } from './frame-canvas.ts';
import { layoutFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { drawingOf } from './frame-svg.ts';
import { drawnPicture } from './make-file.ts';
import { legendLines, sourceLines } from './picture-words.ts';
import { passingGraph, shownView, statementsOf } from './shown-view.ts';
import type { ShownView } from './shown-view.ts';
import type { ShownGraph } from './shown-graph.ts';
import type { DocumentText } from './view-json.ts';

const NO_TEXTS: ReadonlyMap<string, DocumentText> = new Map();

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface ExportParts {
  readonly shown: ShownView;
  /** The content of CSV and JSON. */
  readonly graph: ShownGraph;
  readonly statements: readonly StatementView[] | undefined;
  readonly texts: ReadonlyMap<string, DocumentText> | undefined;
  readonly drawn: Drawn | undefined;
  /** The drawing as SVG. */
  readonly shapes: SceneShapes;
  readonly frame: Frame | undefined;
  readonly tokens: Tokens;
  readonly problem: Error | null;
  readonly retry: () => void;
  readonly progress: ValueStore<Progress | undefined>;
  readonly textProgress: ValueStore<Progress | undefined>;
}

/** Fetches what an export needs: once, and only what the chosen format needs. */
export function useExport(options: ExportOptions): ExportParts {
  const { store, graph: canvas, appearance } = useExplorer();
  const id = useId();
  const { theme } = useValue(appearance);
  const visible = useVisibleGraph();
  const filters = useExplorerState((state) => state.filters);
  const [progress] = useState(() => createValueStore<Progress | undefined>(undefined));
  const [textProgress] = useState(() => createValueStore<Progress | undefined>(undefined));
  const shown = useMemo(() => shownView(store.state(), visible, theme), [store, visible, theme]);
  const [tokens] = useState(() => readTokens(document.body));
  const [{ measure }] = useState(createTextMeasure);
  const { withMarks } = options;
  const shapes = useMemo(
    () => drawingOf(withMarks ? shown.scene : withoutMarks(shown.scene), { tokens, measure }),
    [shown, withMarks, tokens, measure],
  );

  const needsStatements = !isPicture(options.format) || options.withSources;
  const all = useQuery({
    queryKey: ['export', id, 'statements'],
    enabled: needsStatements,
    gcTime: 0,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      fetchStatements(visible, { signal, onProgress: (done, total) => progress.set({ done, total }) }),
  });
  const needsTexts = !isPicture(options.format) && options.withTexts;
  const texts = useQuery({
    queryKey: ['export', id, 'texts'],
    enabled: needsTexts && all.data !== undefined,
    gcTime: 0,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      fetchTexts(all.data ?? [], { signal, onProgress: (done, total) => textProgress.set({ done, total }) }),
  });
  const drawn = useQuery({
    queryKey: ['export', id, 'picture', theme, withMarks],
    enabled: isPicture(options.format),
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => {
      const controller = canvas.value();
      return (controller && (await drawnPicture(controller, { scale: 1, hasMarks: withMarks }))) ?? null;
    },
  });
  const graph = useMemo(() => (options.onlyPassing ? passingGraph(visible) : visible), [visible, options.onlyPassing]);
  const statements = useMemo(
    () => all.data && statementsOf(all.data, graph, filters, options.onlyPassing),
    [all.data, graph, filters, options.onlyPassing],
  );
  // A picture names the sources of its lines.
  const drawnStatements = useMemo(() => statements?.filter(({ stance }) => stance !== 'neutral'), [statements]);
  const frame = useFrame(options, {
    shown,
    shapes,
    tokens,
    drawn: drawn.data ?? undefined,
    statements: options.withSources ? drawnStatements : [],
  });
  return {
    shown,
    graph,
    statements,
    texts: needsTexts ? texts.data : NO_TEXTS,
    drawn: drawn.data ?? undefined,
    shapes,
    frame,
    tokens,
    progress,
    textProgress,
    problem: all.error ?? texts.error ?? drawn.error,
    retry: () => {
      for (const query of [all, texts, drawn]) if (query.isError) void query.refetch();
    },
  };
}

interface FrameParts extends Pick<ExportParts, 'shown' | 'shapes' | 'tokens' | 'drawn' | 'statements'> {}

/** Title, legend and sources around the drawing; undefined while a part is missing. */
function useFrame(
  { format, title, withTitle, withLegend, withSources }: ExportOptions,
  { shown, shapes, tokens, drawn, statements }: FrameParts,
): Frame | undefined {
  const [t, common] = [useMessages(EXPORT), useMessages(COMMON)];
  const [measure] = useState(createFrameMeasure);
  const [today] = useState(() => localDay(new Date()));
  return useMemo(() => {
    if (!isPicture(format) || statements === undefined || drawn === undefined) return undefined;
    const { visible, styleLegend, axis } = shown;
    const { left, top, right, bottom } = shapes.box;
    const drawing = format === 'svg' ? { width: right - left, height: bottom - top } : drawn;
    const counts = {
      nodes: common('nodes', { count: visible.nodes.size }),
      edges: common('edges', { count: visible.edges.size }),
    };
    return layoutFrame({
      drawing,
      tokens,
      measure,
      footer: t('madeWith', { ...counts, date: dateText(today) }),
      // The picture of the canvas has the same centre, but is a little larger or smaller.
      axis: axis.map(({ x, date }) => ({
        x: x - (left + right) / 2 + drawing.width / 2,
        words: date === undefined ? common('undated') : dateText(date),
      })),
      ...(withTitle && { title: title.trim() === '' ? t('defaultTitle') : title }),
      ...(withLegend && { legend: legendLines(visible, styleLegend) }),
      ...(withSources && { sources: { heading: t('sources'), lines: sourceLines(statements) } }),
    });
  }, [
    format,
    title,
    withTitle,
    withLegend,
    withSources,
    shown,
    shapes,
    tokens,
    drawn,
    statements,
    measure,
    today,
    t,
    common,
  ]);
}
