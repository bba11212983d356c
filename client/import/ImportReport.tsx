import { Button } from 'react-aria-components/Button';
import type { FaultReport, ImportCounts, ImportFault, ImportView } from '../../server/contract/imports.ts';
import { ErrorBar } from '../page/ErrorBar.tsx';
import { counted, numberText } from '../words/numbers.ts';
import { importFlow } from './import-flow.ts';

/** What the dry run found, and the way on. */
export function ImportReport({ view }: { readonly view: ImportView }) {
  const { errors, warnings, counts, unchanged } = view;
  const isSound = errors.total === 0 && view.problem === undefined;
  const hasNews = isSound && !unchanged;
  return (
    <section className="import-report" aria-label="Report">
      <h3 dir="auto">{view.title ?? view.file}</h3>
      {view.problem !== undefined && <ErrorBar what="The file could not be checked. Nothing was written." because={view.problem.message} />}
      {errors.total > 0 && <ErrorBar what={`${counted(errors.total, 'fault')} found. Nothing was written; nothing can be loaded until they are mended in the file.`} />}
      {isSound && <p role="status">{unchanged ? 'Everything in this file is there already: loading it would change nothing.' : 'The file is sound. Nothing is written yet.'}</p>}
      {counts !== undefined && errors.total === 0 && <CountTable counts={counts} />}
      <FaultTable title="Faults" report={errors} />
      <FaultTable title="Worth a look: kept as they are" report={warnings} />
      <div className="import-buttons">
        {hasNews && <Button className="button is-primary" onPress={importFlow.load}>Load</Button>}
        <Button className="button" onPress={importFlow.clear}>{hasNews ? 'Do not load' : 'Choose another file'}</Button>
      </div>
    </section>
  );
}

/** What an import adds, merges into what is there, and finds unchanged. */
export function CountTable({ counts }: { readonly counts: ImportCounts }) {
  const rows = [['Actors', counts.actors], ['Claims', counts.claims], ['Documents', counts.documents], ['Statements', counts.statements]] as const;
  return (
    <table className="count-table">
      <thead><tr><td /><th scope="col">added</th><th scope="col">merged</th><th scope="col">unchanged</th></tr></thead>
      <tbody>
        {rows.map(([words, { added, merged, unchanged }]) => (
          <tr key={words}><th scope="row">{words}</th>{[added, merged, unchanged].map((count, index) => <td key={index} className="count">{numberText(count)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function FaultTable({ title, report }: { readonly title: string; readonly report: FaultReport }) {
  if (report.total === 0) return null;
  return (
    <section>
      <h4>{title} <span className="count muted">{report.faults.length < report.total
        ? `${numberText(report.faults.length)} of ${numberText(report.total)} shown` : numberText(report.total)}</span></h4>
      <div className="fault-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="fault-table">
          <thead><tr><th scope="col">File</th><th scope="col">Row</th><th scope="col">Field</th><th scope="col">Reason</th></tr></thead>
          <tbody>{report.faults.map((fault, index) => <FaultRow key={index} fault={fault} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function FaultRow({ fault: { file, section, row, field, reason } }: { readonly fault: ImportFault }) {
  return (
    <tr>
      <td dir="auto">{file}</td>
      <td className="count">{section !== undefined && <span className="muted">{section} </span>}{row === undefined ? '–' : numberText(row)}</td>
      <td dir="auto">{field ?? '–'}</td>
      <td dir="auto">{reason}</td>
    </tr>
  );
}
