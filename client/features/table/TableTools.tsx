import { Columns3, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { useExplorer } from '../../ui/explorer-context.ts';
import { COLUMN_WORDS, TABLE } from '../../words/messages/table.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { RowActions } from '../../ui/RowActions.tsx';
import type { Column } from './columns.ts';
import { chooseColumns, filterRows } from './table-state.ts';

interface TableToolsProps {
  readonly columns: readonly Pick<Column<never>, 'id' | 'label' | 'heading'>[];
  readonly without: readonly string[];
  readonly text: string;
}

/** The tools above a table: the filter field, the columns, and the actions for the selected rows. */
export function TableTools({ columns, without, text }: TableToolsProps) {
  const t = useMessages(TABLE);
  const words = useMessages(COLUMN_WORDS);
  const { store } = useExplorer();
  return (
    <div className="table-tools">
      <SearchField
        className="table-filter"
        aria-label={t('filter')}
        value={text}
        onChange={(next) => store.patch((state) => filterRows(state, next))}
      >
        <Input className="table-filter-input" placeholder={t('filterHint')} />
        {text !== '' && (
          <Button className="icon-button" aria-label={t('clearFilter')}>
            <X />
          </Button>
        )}
      </SearchField>
      <MenuTrigger>
        <Button className="button is-quiet table-columns">
          <Columns3 aria-hidden="true" /> {t('columns')}
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu
            aria-label={t('columns')}
            selectionMode="multiple"
            selectedKeys={columns.filter(({ id }) => !without.includes(id)).map(({ id }) => id)}
            onSelectionChange={(keys) => {
              const all = columns.map(({ id }) => id);
              store.patch((state) =>
                chooseColumns(state, all, keys === 'all' ? new Set(all) : new Set([...keys].map(String))),
              );
            }}
          >
            {columns.map(({ id, label, heading = words(label) }) => (
              <MenuItem key={id} id={id} className="menu-item is-checkable" textValue={heading}>
                {heading}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <RowActions />
    </div>
  );
}
