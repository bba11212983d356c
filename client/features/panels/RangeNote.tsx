import { useDateSpan } from '../../ui/use-date-span.ts';
import { dateText } from '../../words/dates.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** Says that the panel lists only the statements in the range of dates of the filters. Renders nothing without one. */
export function RangeNote() {
  const t = useMessages(PANELS);
  const { from, to } = useDateSpan();
  if (from === undefined && to === undefined) return null;
  if (from === undefined) return <p className="muted">{t('onlyUntil', { date: dateText(to ?? '') })}</p>;
  if (to === undefined) return <p className="muted">{t('onlySince', { date: dateText(from) })}</p>;
  return <p className="muted">{t('onlyBetween', { from: dateText(from), to: dateText(to) })}</p>;
}
