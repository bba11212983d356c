import { useState } from 'react';
import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { VIEW_LIMITS } from '../../server/contract/views.ts';
import { VIEWS } from '../words/messages/views.ts';
import { useMessages } from '../words/use-messages.ts';
import type { ViewWords } from './saved-views.ts';

interface ViewWordsFormProps {
  readonly initial: ViewWords;
  /** By Enter in the name, or by the first button. */
  readonly onSubmit: (words: ViewWords) => void;
  /** The buttons; absent words: there is no name yet. */
  readonly buttons: (words: ViewWords | undefined) => ReactNode;
}

/** Name and note of a view. */
export function ViewWordsForm({ initial, onSubmit, buttons }: ViewWordsFormProps) {
  const t = useMessages(VIEWS);
  const [{ name, note }, setWords] = useState(initial);
  const words = name.trim() === '' ? undefined : { name: name.trim(), note: note.trim() };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== undefined) onSubmit(words);
      }}
    >
      <TextField className="form-field" autoFocus value={name} maxLength={VIEW_LIMITS.name} onChange={(next) => setWords({ name: next, note })}>
        <Label>{t('name')}</Label>
        <Input className="text-field" dir="auto" onFocus={(event) => event.target.select()} />
      </TextField>
      {words === undefined && <p className="form-fault" role="alert">{t('nameMissing')}</p>}
      <TextField className="form-field" value={note} maxLength={VIEW_LIMITS.note} onChange={(next) => setWords({ name, note: next })}>
        <Label>{t('note')}</Label>
        <TextArea className="text-field" dir="auto" placeholder={t('noteHint')} />
      </TextField>
      <div className="form-buttons">{buttons(words)}</div>
    </form>
  );
}
