import { Quote } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { StatementView } from '../../../server/contract/explorer.ts';
import { useExplorer } from '../../ui/explorer-context.ts';
import { message, messageText } from '../../words/define-messages.ts';
import { CITE } from '../../words/messages/export.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { CITATION_FORMS, CITATIONS } from './cite.ts';
import type { CitationForm } from './cite.ts';

/** Copies a statement as a citation in the chosen format. */
export function CiteButton({ statement }: { readonly statement: StatementView }) {
  const t = useMessages(CITE);
  const { notices } = useExplorer();
  const copy = async (form: CitationForm) => {
    try {
      await navigator.clipboard.writeText(CITATIONS[form](statement));
      notices.announcement.set(messageText(CITE, 'copied'));
      notices.outcome.set(message(CITE, 'copied'));
    } catch {
      notices.outcome.set(message(CITE, 'notCopied'));
    }
  };
  return (
    <MenuTrigger>
      <Button className="icon-button cite-button" aria-label={t('copy')}>
        <Quote />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu
          aria-label={t('copy')}
          onAction={(key) => {
            const form = CITATION_FORMS.find((one) => one === key);
            if (form !== undefined) void copy(form);
          }}
        >
          {CITATION_FORMS.map((form) => (
            <MenuItem key={form} id={form} className="menu-item">
              {t(form)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
