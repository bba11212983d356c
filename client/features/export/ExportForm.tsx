import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { EXPORT } from '../../words/messages/export.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { EXPORT_FORMATS, isPicture, SCALES } from './export-options.ts';
import type { ExportOptions } from './export-options.ts';

const NOTES = { png: 'pngNote', svg: 'svgNote', csv: 'csvNote', json: 'jsonNote' } as const;
const PICTURE_PARTS = [
  ['withTitle', 'withTitle'],
  ['withLegend', 'withLegend'],
  ['withSources', 'withSources'],
  ['withMarks', 'withMarks'],
  ['isTransparent', 'transparent'],
] as const;

interface ExportFormProps {
  readonly options: ExportOptions;
  /** Whether filters dim something. */
  readonly isDimming: boolean;
  /** The title of a picture when the user enters none. */
  readonly hasTitlePlace: string;
  readonly onChange: (next: ExportOptions) => void;
}

/** What to export, and how. */
export function ExportForm({ options, isDimming, hasTitlePlace, onChange }: ExportFormProps) {
  const t = useMessages(EXPORT);
  const { format } = options;
  return (
    <div className="export-form">
      <RadioGroup
        value={format}
        className="export-formats"
        onChange={(value) => {
          const next = EXPORT_FORMATS.find((one) => one === value);
          if (next !== undefined) onChange({ ...options, format: next });
        }}
      >
        <Label className="side-heading">{t('what')}</Label>
        {EXPORT_FORMATS.map((one) => (
          <Radio key={one} value={one} className="export-format">
            <span>
              {t(one)}
              <small>{t(NOTES[one])}</small>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {format !== 'csv' && (
        <TextField className="export-title" value={options.title} onChange={(title) => onChange({ ...options, title })}>
          <Label className="side-heading">{t('pictureTitle')}</Label>
          <Input className="field-input" maxLength={200} dir="auto" placeholder={hasTitlePlace} autoComplete="off" />
        </TextField>
      )}
      {format === 'png' && (
        <RadioGroup
          className="filter-mode"
          value={String(options.scale)}
          onChange={(value) => onChange({ ...options, scale: Number(value) })}
        >
          <Label className="side-heading">{t('scale')}</Label>
          {SCALES.map((scale) => (
            <Radio key={scale} value={String(scale)} className="pill">
              {t('times', { scale })}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <section className="export-parts" aria-label={t('parts')}>
        {isPicture(format) &&
          PICTURE_PARTS.map(([part, words]) => (
            <Part
              key={part}
              words={t(words)}
              isOn={options[part]}
              onChange={(isOn) => onChange({ ...options, [part]: isOn })}
            />
          ))}
        {!isPicture(format) && (
          <Part
            words={t('withTexts')}
            isOn={options.withTexts}
            onChange={(withTexts) => onChange({ ...options, withTexts })}
          />
        )}
        {!isPicture(format) && isDimming && (
          <Part
            words={t('onlyPassing')}
            isOn={options.onlyPassing}
            onChange={(onlyPassing) => onChange({ ...options, onlyPassing })}
          />
        )}
      </section>
    </div>
  );
}

function Part({
  words,
  isOn,
  onChange,
}: {
  readonly words: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <ToggleButton className="pill" isSelected={isOn} onChange={onChange}>
      {words}
    </ToggleButton>
  );
}
