import { useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { TextFieldProps } from 'react-aria-components/TextField';
import { isPartialDate } from '../../../server/contract/vocabulary.ts';
import type { Filters } from '../../state/filters.ts';
import { dateText } from '../../words/dates.ts';
import { FILTERS } from '../../words/messages/filters.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** A date range. Each end is as precise as the user enters it. */
export function DateRange({
  filters,
  dates,
  onChange,
}: {
  readonly filters: Filters;
  readonly dates: readonly [string, string] | undefined;
  readonly onChange: (next: Filters) => void;
}) {
  const t = useMessages(FILTERS);
  return (
    <section className="filter-part" aria-label={t('dates')}>
      <h3 className="side-heading">{t('dates')}</h3>
      <div className="filter-dates">
        <DateField
          key={`from ${filters.from}`}
          label={t('from')}
          date={filters.from}
          onChange={(from) => onChange({ ...filters, from })}
        />
        <DateField
          key={`to ${filters.to}`}
          label={t('to')}
          date={filters.to}
          onChange={(to) => onChange({ ...filters, to })}
        />
      </div>
      {dates !== undefined && (
        <p className="chip-note">{t('dateRange', { from: dateText(dates[0]), to: dateText(dates[1]) })}</p>
      )}
    </section>
  );
}

type KeyboardEvent = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0];

/** Applies a date when the field loses the focus or Enter is pressed, so that a half-typed date does not filter. */
function DateField({
  label,
  date,
  onChange,
}: {
  readonly label: string;
  readonly date: string | undefined;
  readonly onChange: (date: string | undefined) => void;
}) {
  const t = useMessages(FILTERS);
  const [text, setText] = useState(date ?? '');
  const [isWrong, setWrong] = useState(false);
  const applyTyped = () => {
    const next = text.trim();
    const isRight = next === '' || isPartialDate(next);
    setWrong(!isRight);
    if (isRight && next !== (date ?? '')) onChange(next === '' ? undefined : next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') applyTyped();
    // Escape closes the panel, which receives only keys that are passed on.
    else event.continuePropagation();
  };
  return (
    <TextField
      className="filter-date"
      value={text}
      isInvalid={isWrong}
      onChange={setText}
      onBlur={applyTyped}
      onKeyDown={onKeyDown}
    >
      <Label>{label}</Label>
      <Input className="field-input" placeholder={t('dateHint')} autoComplete="off" maxLength={10} />
      <FieldError className="field-error">{t('badDate')}</FieldError>
    </TextField>
  );
}
