import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { ViewSummary } from '../../../server/contract/views.ts';
import { momentText } from '../../words/dates.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { useMessages } from '../../ui/use-messages.ts';

export const CARD_ACTIONS = ['open', 'rename', 'duplicate', 'copyLinkTo', 'exportFile', 'delete'] as const;
export type CardAction = (typeof CARD_ACTIONS)[number];

interface ViewCardProps {
  readonly view: ViewSummary;
  /** Whether it is the open view. */
  readonly isOpen: boolean;
  readonly onAction: (action: CardAction) => void;
}

/** A saved view: its picture opens it, its menu has the other actions. */
export function ViewCard({ view, isOpen, onAction }: ViewCardProps) {
  const t = useMessages(VIEWS);
  return (
    <li className={isOpen ? 'view-card is-open' : 'view-card'}>
      <Button
        className="view-picture"
        aria-label={t('openNamed', { name: view.name })}
        onPress={() => onAction('open')}
      >
        {view.thumbnail === undefined ? t('noPicture') : <img src={view.thumbnail} alt="" />}
      </Button>
      <div className="view-words">
        <h3 className="view-name" dir="auto">
          {view.name}
        </h3>
        {view.note !== undefined && (
          <p className="view-note" dir="auto">
            {view.note}
          </p>
        )}
      </div>
      <div className="view-foot">
        <span>
          {t('changed', { date: momentText(view.updatedAt) })}
          {isOpen && (
            <>
              {' '}
              · <span className="view-current">{t('current')}</span>
            </>
          )}
        </span>
        <MenuTrigger>
          <Button className="icon-button" aria-label={t('moreFor', { name: view.name })}>
            <Ellipsis />
          </Button>
          <Popover className="menu" placement="bottom end">
            <Menu aria-label={t('moreFor', { name: view.name })} onAction={(key) => onAction(key as CardAction)}>
              {CARD_ACTIONS.map((action) => (
                <MenuItem key={action} id={action} className="menu-item">
                  {t(action)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </li>
  );
}
