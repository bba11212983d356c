/** The options of an export. */
import { fileStem } from '../../../server/contract/file-names.ts';

export const EXPORT_FORMATS = ['png', 'svg', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const SCALES = [1, 2, 3, 4] as const;

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly title: string;
  readonly scale: number;
  readonly withTitle: boolean;
  readonly withLegend: boolean;
  readonly withSources: boolean;
  /** Pictures only: includes selection, pins and numbers of hidden neighbours. */
  readonly withMarks: boolean;
  readonly isTransparent: boolean;
  /** CSV and JSON only: includes the texts of the documents. */
  readonly withTexts: boolean;
  /** CSV and JSON only: leaves out what does not pass the filters. */
  readonly onlyPassing: boolean;
}

export const FIRST_OPTIONS: ExportOptions = {
  format: 'png',
  title: '',
  scale: 2,
  withTitle: true,
  withLegend: true,
  withSources: false,
  withMarks: false,
  isTransparent: false,
  withTexts: true,
  onlyPassing: true,
};

/** Whether the format is a picture. */
export function isPicture(format: ExportFormat): format is 'png' | 'svg' {
  return format === 'png' || format === 'svg';
}

/** A name for the file, from the title. */
export function fileName({ title, format }: Pick<ExportOptions, 'title' | 'format'>): string {
  const stem = fileStem(title.toLowerCase(), 'gainsay');
  return `${stem}.${format === 'json' ? 'gainsay.json' : format}`;
}
