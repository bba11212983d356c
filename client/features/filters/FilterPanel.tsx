import { Minus, Plus, X } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { Popover } from 'react-aria-components/Popover';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { IconButton } from '../../ui/IconButton.tsx';
import { useVisibleGraph } from '../../ui/explorer-context.ts';
import { FILTER_MODES, isFiltering } from '../../state/filters.ts';
import type { Filters } from '../../state/filters.ts';
import { COMMON } from '../../words/messages/common.ts';
import { FILTERS } from '../../words/messages/filters.ts';
import { MODALITIES } from '../../words/messages/model.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { AttributeOptions } from './AttributeOptions.tsx';
import { DateRange } from './DateRange.tsx';
import { Options, Pill } from './FilterOptions.tsx';
import { withoutFilters, withValueToggled } from '../../state/filter-parts.ts';
import { filterKindText, stanceText } from './filter-words.ts';
import { useFilters } from './use-filters.ts';
import { actionLabel } from '../../words/action-label.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';

/** All filters of the view. */
export function FilterPanel({
  anchor,
  onClose,
}: {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}) {
  const [t, common, modalities] = [useMessages(FILTERS), useMessages(COMMON), useMessages(MODALITIES)];
  const { filters, status, options, change } = useFilters(true);
  return (
    <Popover
      className="menu filter-panel"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={8}
    >
      <Dialog className="filter-dialog">
        <div className="filter-top">
          <Heading slot="title">{actionLabel(ACTIONS.filters)}</Heading>
          <IconButton label={common('close')} keys="Escape" onPress={onClose}>
            <X />
          </IconButton>
        </div>
        <p className="chip-note">{t('unit')}</p>
        <Options
          heading={t('stances')}
          options={options.stances}
          chosen={filters.stances}
          nameOf={({ value }) => stanceText(value)}
          onToggle={(value) => change(withValueToggled(filters, 'stances', value))}
        />
        <Options
          heading={t('kinds')}
          options={options.kinds}
          chosen={filters.kinds}
          nameOf={({ value }) => filterKindText(value)}
          onToggle={(value) => change(withValueToggled(filters, 'kinds', value))}
        />
        <Options
          heading={t('topics')}
          options={options.topics}
          chosen={filters.topics}
          onToggle={(value) => change(withValueToggled(filters, 'topics', value))}
        />
        <AttributeOptions
          groups={options.attributes}
          chosen={filters.attributes}
          onToggle={(value) => change(withValueToggled(filters, 'attributes', value))}
        />
        <Options
          heading={t('modalities')}
          options={options.modalities}
          chosen={filters.modalities}
          nameOf={({ value }) => modalities(value)}
          onToggle={(value) => change(withValueToggled(filters, 'modalities', value))}
        />
        <Options
          heading={t('publishers')}
          options={options.publishers}
          chosen={filters.publishers}
          onToggle={(value) => change(withValueToggled(filters, 'publishers', value))}
        />
        {status.isFetching && (
          <p className="chip-note" role="status">
            {t('looking')}
          </p>
        )}
        {status.isTruncated && <p className="chip-note">{t('truncated')}</p>}
        <DateRange filters={filters} dates={options.dates} onChange={change} />
        <section className="filter-part" aria-label={t('only')}>
          <h3 className="side-heading">{t('only')}</h3>
          <div className="filter-pills">
            <Pill
              name={t('contestedOnly')}
              count={options.contested}
              isEmpty={!options.hasContested}
              isSelected={filters.contestedOnly}
              onToggle={(contestedOnly) => change({ ...filters, contestedOnly })}
            />
            <Pill
              name={t('firstHandOnly')}
              count={options.firstHand}
              isEmpty={options.firstHand === 0}
              isSelected={filters.firstHandOnly}
              onToggle={(firstHandOnly) => change({ ...filters, firstHandOnly })}
            />
          </div>
        </section>
        <MinStatements filters={filters} max={options.mostStatements} onChange={change} />
        <FilterFoot filters={filters} onChange={change} />
      </Dialog>
    </Popover>
  );
}

function MinStatements({
  filters,
  max,
  onChange,
}: {
  readonly filters: Filters;
  readonly max: number;
  readonly onChange: (next: Filters) => void;
}) {
  const t = useMessages(FILTERS);
  return (
    <NumberField
      className="filter-part filter-number"
      value={filters.minStatements}
      minValue={1}
      maxValue={Math.max(1, max, filters.minStatements)}
      step={1}
      onChange={(value) => onChange({ ...filters, minStatements: Number.isNaN(value) ? 1 : value })}
    >
      <Label>{t('minStatements')}</Label>
      <Group className="number-group">
        <Button slot="decrement" className="icon-button" aria-label={t('fewer')}>
          <Minus />
        </Button>
        <Input className="number-input" />
        <Button slot="increment" className="icon-button" aria-label={t('more')}>
          <Plus />
        </Button>
      </Group>
    </NumberField>
  );
}

function FilterFoot({ filters, onChange }: { readonly filters: Filters; readonly onChange: (next: Filters) => void }) {
  const [t, common] = [useMessages(FILTERS), useMessages(COMMON)];
  const { nodes, edges, dimmed, dimmedNodes } = useVisibleGraph();
  const isOn = isFiltering(filters);
  const passing = {
    nodes: common('nodes', { count: nodes.size - dimmedNodes }),
    edges: common('edges', { count: edges.size - (dimmed.size - dimmedNodes) }),
  };
  return (
    <div className="filter-foot">
      <RadioGroup
        className="filter-mode"
        value={filters.mode}
        onChange={(value) => {
          const mode = FILTER_MODES.find((one) => one === value);
          if (mode !== undefined) onChange({ ...filters, mode });
        }}
      >
        <Label>{t('rest')}</Label>
        {FILTER_MODES.map((mode) => (
          <Radio key={mode} value={mode} className="pill">
            {t(mode)}
          </Radio>
        ))}
      </RadioGroup>
      <p className="filter-outcome" role="status">
        {isOn ? t('outcome', passing) : ''}
      </p>
      <Button className="button" isDisabled={!isOn} onPress={() => onChange(withoutFilters(filters))}>
        {actionLabel(ACTIONS.clearFilters)}
      </Button>
    </div>
  );
}
