import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { COMMON } from '../../words/messages/common.ts';
import { EXPORT } from '../../words/messages/export.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ExportForm } from './ExportForm.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { fileName, FIRST_OPTIONS, isPicture } from './export-options.ts';
import type { ExportOptions } from './export-options.ts';
import { fileText, pngFile, saveFile, svgFile } from './make-file.ts';
import { useExport } from './use-export.ts';
import type { ExportParts } from './use-export.ts';
import { actionLabel } from '../../words/action-label.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { MEDIA_TYPES } from '../../../server/contract/media-types.ts';

/** The export dialog: saves the view as a picture or as a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const [t, common] = [useMessages(EXPORT), useMessages(COMMON)];
  const [options, setOptions] = useState(FIRST_OPTIONS);
  const parts = useExport(options);
  const { visible } = parts.shown;
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog export-dialog">
        <Dialog>
          <div className="dialog-top">
            <Heading slot="title">{actionLabel(ACTIONS.export)}</Heading>
            <IconButton label={common('close')} keys="Escape" onPress={onClose}>
              <X />
            </IconButton>
          </div>
          {visible.nodes.size === 0 ? (
            <p>{t('nothing')}</p>
          ) : (
            <div className="export-columns">
              <div>
                <ExportForm
                  options={options}
                  isDimming={visible.dimmed.size > 0}
                  hasTitlePlace={t('defaultTitle')}
                  onChange={setOptions}
                />
                {parts.problem !== null && (
                  <ErrorBar what={t('fetchProblem')} because={problemText(parts.problem)} onRetry={parts.retry} />
                )}
                <ExportButtons options={options} parts={parts} />
              </div>
              <ExportPreview options={options} parts={parts} />
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The file in the chosen format; undefined while a part of it is missing. */
function fileOf(
  options: ExportOptions,
  { graph, statements, texts, drawn, frame, shapes, tokens }: ExportParts,
  canvas: ReturnType<typeof useExplorer>['graph'],
): (() => Promise<Blob>) | undefined {
  const controller = canvas.value();
  if (isPicture(options.format)) {
    if (frame === undefined || drawn === undefined || controller === undefined) return undefined;
    return options.format === 'png'
      ? () => pngFile({ graph: controller, drawn, frame, tokens }, options)
      : () => Promise.resolve(svgFile(shapes, frame, options, tokens));
  }
  if (statements === undefined || texts === undefined) return undefined;
  const type = options.format === 'csv' ? `${MEDIA_TYPES.csv};charset=utf-8` : MEDIA_TYPES.json;
  return () => Promise.resolve(new Blob([fileText(options, graph, statements, texts)], { type }));
}

function ExportButtons({ options, parts }: { readonly options: ExportOptions; readonly parts: ExportParts }) {
  const t = useMessages(EXPORT);
  const { graph } = useExplorer();
  const [said, setSaid] = useState('');
  const make = fileOf(options, parts, graph);
  const name = fileName(options);
  const save = async () => {
    if (make === undefined) return;
    saveFile(await make(), name);
    setSaid(t('saved', { file: name }));
  };
  const copy = async () => {
    if (make === undefined) return;
    try {
      await navigator.clipboard.write([new ClipboardItem({ [MEDIA_TYPES.png]: make() })]);
      setSaid(t('copied'));
    } catch {
      setSaid(t('notCopied'));
    }
  };
  return (
    <div className="export-buttons">
      <Button className="button is-primary" isDisabled={make === undefined} onPress={() => void save()}>
        {t('save')}
      </Button>
      {options.format === 'png' && (
        <Button className="button" isDisabled={make === undefined} onPress={() => void copy()}>
          {t('copyPicture')}
        </Button>
      )}
      <span role="status" className="export-said">
        {said}
      </span>
    </div>
  );
}
