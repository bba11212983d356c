import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { readAttributeChoice } from '../../state/attribute-choices.ts';
import type { AttributeOptions as Group } from '../../state/filter-options.ts';
import { attributeName, attributeText } from '../../words/attribute-text.ts';
import { ATTRIBUTE_WORDS } from '../../words/messages/attributes.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { Options } from './FilterOptions.tsx';

/** The number of keys that are shown at first. */
const KEYS_SHOWN = 5;

/** One list of values for each key. Keys with chosen values are always shown, even if the view no longer has them. */
export function AttributeOptions({
  groups,
  chosen,
  onToggle,
}: {
  readonly groups: readonly Group[];
  readonly chosen: readonly string[];
  readonly onToggle: (choice: string) => void;
}) {
  const t = useMessages(ATTRIBUTE_WORDS);
  const [showsAll, setShowsAll] = useState(false);
  const all = withGone(groups, chosen);
  const shown = showsAll
    ? all
    : all.filter((group, index) => index < KEYS_SHOWN || chosen.some((choice) => isOf(choice, group)));
  return (
    <>
      {shown.map((group) => (
        <Options
          key={nameOf(group)}
          heading={nameOf(group)}
          options={group.options}
          chosen={chosen.filter((choice) => isOf(choice, group))}
          nameOf={({ value, name }) => {
            const choice = readAttributeChoice(value);
            return choice === undefined ? name : attributeText(choice.value);
          }}
          onToggle={onToggle}
        />
      ))}
      {shown.length < all.length && (
        <Button className="link" onPress={() => setShowsAll(true)}>
          {t('moreKeys', { count: all.length - shown.length })}
        </Button>
      )}
    </>
  );
}

const nameOf = ({ owner, key }: Group): string => attributeName(owner, key);

function isOf(text: string, { owner, key }: Group): boolean {
  const choice = readAttributeChoice(text);
  return choice?.owner === owner && choice.key === key;
}

/** The groups, and an empty one for each chosen key that they lack. */
function withGone(groups: readonly Group[], chosen: readonly string[]): readonly Group[] {
  const all = [...groups];
  for (const text of chosen) {
    const choice = readAttributeChoice(text);
    if (choice === undefined || all.some((group) => isOf(text, group))) continue;
    all.push({ owner: choice.owner, key: choice.key, options: [] });
  }
  return all;
}
