import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Option } from '../../state/filter-options.ts';
import { FILTERS } from '../../words/messages/filters.ts';
import { numberText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** The number of values of one list that are shown at first. */
const OPTIONS_SHOWN = 8;

export function Pill({
  name,
  count,
  isEmpty = false,
  isSelected,
  onToggle,
}: {
  readonly name: string;
  /** Statements. */
  readonly count: number;
  /** The view has nothing of it. */
  readonly isEmpty?: boolean;
  readonly isSelected: boolean;
  readonly onToggle: (isSelected: boolean) => void;
}) {
  return (
    <ToggleButton className="pill" isSelected={isSelected} isDisabled={isEmpty && !isSelected} onChange={onToggle}>
      <bdi>{name}</bdi> <span className="count">{numberText(count)}</span>
    </ToggleButton>
  );
}

interface OptionsProps<T extends string> {
  readonly heading: string;
  readonly options: readonly Option<T>[];
  readonly chosen: readonly T[];
  readonly nameOf?: (option: Option<T>) => string;
  readonly onToggle: (value: T) => void;
}

const givenName = ({ name }: Option): string => name;

/** The values of a list, the most frequent first. Chosen values that the view no longer contains can still be removed. */
export function Options<T extends string>({ heading, options, chosen, nameOf = givenName, onToggle }: OptionsProps<T>) {
  const t = useMessages(FILTERS);
  const [showsAll, setShowsAll] = useState(false);
  const gone = chosen
    .filter((value) => !options.some((option) => option.value === value))
    .map((value): Option<T> => ({ value, name: value, count: 0 }));
  const all = [...options, ...gone];
  if (all.length === 0) return null;
  const shown =
    showsAll || all.length <= OPTIONS_SHOWN + 1
      ? all
      : all.filter(({ value }, index) => index < OPTIONS_SHOWN || chosen.includes(value));
  return (
    <section className="filter-part" aria-label={heading}>
      <h3 className="side-heading">{heading}</h3>
      <div className="filter-pills">
        {shown.map((option) => (
          <Pill
            key={option.value}
            name={nameOf(option)}
            count={option.count}
            isSelected={chosen.includes(option.value)}
            onToggle={() => onToggle(option.value)}
          />
        ))}
        {shown.length < all.length && (
          <Button className="link" onPress={() => setShowsAll(true)}>
            {t('moreOptions', { count: all.length - shown.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
