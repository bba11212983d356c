import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly words: (option: T) => string;
  /** The languages of options that are not in the language of the page. */
  readonly langs?: Readonly<Partial<Record<T, string>>>;
  readonly describedBy?: string;
  readonly onChange: (option: T) => void;
}

/** A choice between a few options: radio buttons side by side. */
export function Choice<T extends string>({
  label,
  options,
  value,
  words,
  langs,
  describedBy,
  onChange,
}: ChoiceProps<T>) {
  const choose = (next: string) => {
    const option = options.find((one) => one === next);
    if (option !== undefined) onChange(option);
  };
  return (
    <RadioGroup
      className="setting"
      value={value}
      onChange={choose}
      orientation="horizontal"
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
    >
      <Label className="setting-label">{label}</Label>
      <div className="setting-options">
        {options.map((option) => (
          <Radio key={option} value={option} className="setting-option">
            <span lang={langs?.[option]}>{words(option)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
