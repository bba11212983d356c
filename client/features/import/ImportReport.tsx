import { Button } from 'react-aria-components/Button';
import type { FaultReport, ImportCounts, ImportFault, ImportView } from '../../../server/contract/imports.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { IMPORT, IMPORT_REPORT } from '../../words/messages/import.ts';
import { numberText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { importFlow } from './import-flow.ts';

/** The result of the dry run, with the next steps. */
export function ImportReport({ view }: { readonly view: ImportView }) {
  const [t, screen] = [useMessages(IMPORT_REPORT), useMessages(IMPORT)];
  const { errors, warnings, counts, unchanged } = view;
  const isSound = errors.total === 0 && view.problem === undefined;
  const hasNews = isSound && !unchanged;
  return (
    <section className="import-report" aria-label={t('report')}>
      <h3 dir="auto">{view.title ?? view.file}</h3>
      {view.problem !== undefined && <ErrorBar what={t('checkProblem')} because={view.problem.message} />}
      {errors.total > 0 && <ErrorBar what={t('faultsFound', { count: errors.total })} />}
      {isSound && <p role="status">{t(unchanged ? 'allThere' : 'sound')}</p>}
      {counts !== undefined && errors.total === 0 && <CountTable counts={counts} />}
      <FaultTable title={t('faults')} report={errors} />
      <FaultTable title={t('warnings')} report={warnings} />
      <div className="import-buttons">
        {hasNews && (
          <Button className="button is-primary" onPress={importFlow.load}>
            {t('load')}
          </Button>
        )}
        <Button className="button" onPress={importFlow.clear}>
          {hasNews ? t('doNotLoad') : screen('chooseAnother')}
        </Button>
      </div>
    </section>
  );
}

const COUNTED = ['actors', 'claims', 'documents', 'statements'] as const;
const OUTCOMES = ['added', 'merged', 'unchanged', 'repeated'] as const;

/** How many records an import adds, merges into existing ones, finds unchanged, and finds twice in its file. */
export function CountTable({ counts }: { readonly counts: ImportCounts }) {
  const t = useMessages(IMPORT_REPORT);
  const isRepeating = COUNTED.some((what) => (counts[what].repeated ?? 0) > 0);
  const outcomes = OUTCOMES.filter((outcome) => outcome !== 'repeated' || isRepeating);
  return (
    <table className="count-table">
      <thead>
        <tr>
          <td />
          {outcomes.map((outcome) => (
            <th key={outcome} scope="col">
              {t(outcome)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COUNTED.map((what) => (
          <tr key={what}>
            <th scope="row">{t(what)}</th>
            {outcomes.map((outcome) => (
              <td key={outcome} className="count">
                {numberText(counts[what][outcome] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FaultTable({ title, report }: { readonly title: string; readonly report: FaultReport }) {
  const t = useMessages(IMPORT_REPORT);
  if (report.total === 0) return null;
  return (
    <section>
      <h4>
        {title}{' '}
        <span className="count muted">
          {report.faults.length < report.total
            ? t('shownOf', { shown: report.faults.length, total: report.total })
            : numberText(report.total)}
        </span>
      </h4>
      <div className="fault-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="fault-table">
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {report.faults.map((fault, index) => (
              <FaultRow key={index} fault={fault} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function FaultRow({ fault: { file, section, row, field, reason } }: { readonly fault: ImportFault }) {
  return (
    <tr>
      <td dir="auto">{file}</td>
      <td className="count">
        {section !== undefined && <span className="muted">{section} </span>}
        {row === undefined ? '–' : numberText(row)}
      </td>
      <td dir="auto">{field ?? '–'}</td>
      <td dir="auto">{reason}</td>
    </tr>
  );
}
