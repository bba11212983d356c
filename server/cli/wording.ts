/** The texts that commands print. */
import type { CheckReport } from '../contract/check.ts';
import type { FaultReport, ImportCounts, ImportFault, ImportList, ImportView } from '../contract/imports.ts';

/** The maximum number of printed faults; the total is always printed. */
const SHOWN = 20;

const grouped = (count: number): string => count.toLocaleString('en');
const many = (count: number, one: string, more = `${one}s`): string => `${grouped(count)} ${count === 1 ? one : more}`;

/** Control characters, and those that change the direction of text. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a file or a database, with the characters escaped that a terminal would interpret. */
export function printable(text: string): string {
  return text.replace(OBEYED, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** How an import ended: a sentence, its counts and its faults. */
export function importText(view: ImportView): string {
  return [headline(view), ...faultLines('fault', view.errors), ...faultLines('warning', view.warnings)].join('\n');
}

function headline(view: ImportView): string {
  const file = printable(view.file);
  switch (view.state) {
    case 'published':
      return view.unchanged
        ? `${file}: nothing in it is new; nothing was changed.`
        : `${file}: loaded as ${view.id}. ${countsText(view.counts)}`;
    case 'checked':
      return `${file}: can be loaded; nothing was written. ${countsText(view.counts)}`;
    case 'failed':
      return `${file}: not loaded; nothing was changed. ${failureText(view)}`;
    case 'cancelled':
      return `${file}: cancelled; nothing of it was kept.`;
    case 'undone':
      return `${view.id} (${file}): undone; the content is as if it had never been loaded.`;
    default:
      return `${file}: ${view.state}.`;
  }
}

function failureText(view: ImportView): string {
  if (view.errors.total > 0) return `${many(view.errors.total, 'fault')}:`;
  return view.problem === undefined ? '' : printable(view.problem.message);
}

function countsText(counts: ImportCounts | undefined): string {
  if (counts === undefined) return '';
  const of = (kind: keyof ImportCounts, one: string): string => many(counts[kind].added, one);
  const tallies = Object.values(counts);
  const sum = (part: 'merged' | 'unchanged' | 'repeated'): number =>
    tallies.reduce((total, tally) => total + (tally[part] ?? 0), 0);
  const added = `New: ${of('statements', 'statement')}, ${of('actors', 'actor')}, ${of('claims', 'claim')}, ${of('documents', 'document')}.`;
  const merged = sum('merged') === 0 ? '' : ` Added to: ${grouped(sum('merged'))}.`;
  const unchanged = sum('unchanged') === 0 ? '' : ` There already: ${grouped(sum('unchanged'))}.`;
  const repeated = sum('repeated') === 0 ? '' : ` Repeated in this file: ${grouped(sum('repeated'))}.`;
  return `${added}${merged}${unchanged}${repeated}`;
}

function faultLines(kind: 'fault' | 'warning', report: FaultReport): string[] {
  const lines = report.faults
    .slice(0, SHOWN)
    .map((fault) => `  ${kind === 'warning' ? 'Warning: ' : ''}${faultText(fault)}`);
  const rest = report.total - lines.length;
  return rest > 0
    ? [...lines, `  … and ${many(rest, `more ${kind}`, `more ${kind}s`)}, ${grouped(report.total)} in all.`]
    : lines;
}

/** Such as `dispute.json, statements row 3, field actor: There is no actor "xx".` */
export function faultText({ file, row, section, field, reason }: ImportFault): string {
  const place = [
    file,
    row === undefined ? section : `${section === undefined ? '' : `${section} `}row ${grouped(row)}`,
    field === undefined ? undefined : `field ${field}`,
  ].filter((part) => part !== undefined);
  return printable(`${place.join(', ')}: ${reason}`);
}

/** One line an import, newest first. */
export function importListText({ imports, total, truncated }: ImportList): string {
  if (imports.length === 0) return 'Nothing has been loaded yet.';
  const lines = imports.map((view) => {
    const isLoaded = view.state === 'published' || view.state === 'undone';
    const statements = view.counts === undefined || !isLoaded ? '' : many(view.counts.statements.added, 'statement');
    return [view.id, view.state, view.startedAt, printable(view.title ?? view.file), statements]
      .filter((part) => part !== '')
      .join('  ');
  });
  return truncated
    ? [...lines, `${grouped(imports.length)} of ${grouped(total)} shown; more with --limit.`].join('\n')
    : lines.join('\n');
}

/** The result of the check. */
export function checkText({ faults, total, checked }: CheckReport): string {
  const looked = `${many(checked.statements, 'statement')}, ${many(checked.edges, 'edge')}, ${many(checked.actors, 'actor')}, ${many(checked.claims, 'claim')} and ${many(checked.documents, 'document')}`;
  if (total === 0) return `Checked ${looked}: everything agrees.`;
  const lines = faults
    .slice(0, SHOWN)
    .map(({ code, id, message }) => printable(`  ${code}${id === undefined ? '' : ` (${id})`}: ${message}`));
  const rest = total - lines.length;
  return [
    `Checked ${looked}: ${many(total, 'fault')}:`,
    ...lines,
    ...(rest > 0 ? [`  … and ${grouped(rest)} more.`] : []),
  ].join('\n');
}
