import { useEffect, useRef } from 'react';
import { useValue } from '../../ui/explorer-context.ts';
import type { ValueStore } from '../../base/value-store.ts';
import { EXPORT } from '../../words/messages/export.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { firstWords } from '../../words/shorten.ts';
import { isPicture } from './export-options.ts';
import type { ExportOptions } from './export-options.ts';
import { drawFrame } from './frame-canvas.ts';
import { fileText, pictureScale } from './make-file.ts';
import type { ExportParts, Progress } from './use-export.ts';

/** The maximum number of pixels of the preview: sharp on high-density screens, and fast. */
const PREVIEW_WIDTH = 900;
const LINES_SHOWN = 24;
const MAX_LINE_CHARACTERS = 400;

/** The preview of the file. */
export function ExportPreview({ options, parts }: { readonly options: ExportOptions; readonly parts: ExportParts }) {
  const t = useMessages(EXPORT);
  return (
    <section className="export-preview" aria-label={t('preview')}>
      {isPicture(options.format) ? (
        <PicturePreview options={options} parts={parts} />
      ) : (
        <TextPreview options={options} parts={parts} />
      )}
    </section>
  );
}

function PicturePreview({
  options,
  parts: { frame, drawn, tokens, progress },
}: {
  readonly options: ExportOptions;
  readonly parts: ExportParts;
}) {
  const t = useMessages(EXPORT);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { isTransparent, format, scale } = options;
  useEffect(() => {
    if (canvas.current === null || frame === undefined || drawn === undefined) return;
    drawFrame(canvas.current, frame, drawn, {
      scale: Math.min(1, PREVIEW_WIDTH / frame.width),
      background: isTransparent ? undefined : tokens.bg,
    });
  }, [frame, drawn, isTransparent, tokens]);
  const feasible = frame === undefined ? scale : pictureScale(frame, scale);
  return (
    <>
      <canvas
        ref={canvas}
        className={isTransparent ? 'is-transparent' : ''}
        role="img"
        aria-label={t('preview')}
        hidden={frame === undefined}
      />
      {frame === undefined && <Waiting progress={progress} />}
      {frame !== undefined && format === 'png' && (
        <p className="chip-note">
          {t('pixels', { width: Math.round(frame.width * feasible), height: Math.round(frame.height * feasible) })}{' '}
          {feasible < scale && t('smaller')}
        </p>
      )}
    </>
  );
}

function TextPreview({ options, parts }: { readonly options: ExportOptions; readonly parts: ExportParts }) {
  const t = useMessages(EXPORT);
  const { graph, statements, texts, progress, textProgress } = parts;
  if (statements === undefined) return <Waiting progress={progress} />;
  if (texts === undefined) return <Waiting progress={textProgress} isOfTexts />;
  // A few statements are enough for a preview. The whole file is made when it is saved.
  const text = fileText(options, graph, statements.slice(0, 12), texts);
  const lines = text
    .split('\n')
    .slice(0, LINES_SHOWN)
    .map((line) => firstWords(line, MAX_LINE_CHARACTERS));
  return (
    <>
      <p className="chip-note">{t('rows', { count: statements.length })}</p>
      {/* It scrolls, so the keyboard must reach it. */}
      <pre tabIndex={0} dir="auto">
        {lines.join('\n')}
      </pre>
    </>
  );
}

function Waiting({
  progress,
  isOfTexts = false,
}: {
  readonly progress: ValueStore<Progress | undefined>;
  readonly isOfTexts?: boolean;
}) {
  const t = useMessages(EXPORT);
  const now = useValue(progress);
  if (now === undefined)
    return (
      <p className="chip-note" role="status">
        {t('drawing')}
      </p>
    );
  return (
    <p className="chip-note" role="status">
      <progress value={now.done} max={Math.max(1, now.total)} aria-label={t('preview')} />{' '}
      {t(isOfTexts ? 'fetchingTexts' : 'fetching', { done: now.done, total: now.total })}
    </p>
  );
}
