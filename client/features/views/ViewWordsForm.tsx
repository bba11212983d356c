import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { VIEW_LIMITS } from '../../../server/contract/views.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { useMessages } from '../../ui/use-messages.ts';
import type { ViewWords } from '../../links/saved-views.ts';

interface ViewWordsFormProps {
  readonly initial: ViewWords;
  readonly submit: string;
  readonly onSubmit: (words: ViewWords) => void;
  /** A second action of the form. */
  readonly other?: { readonly label: string; readonly onPress: (words: ViewWords) => void } | undefined;
  readonly isBusy: boolean;
}

/** Name and note of a view. */
export function ViewWordsForm({ initial, submit, onSubmit, other, isBusy }: ViewWordsFormProps) {
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
      <TextField
        className="form-field"
        autoFocus
        value={name}
        maxLength={VIEW_LIMITS.name}
        onChange={(next) => setWords({ name: next, note })}
      >
        <Label>{t('name')}</Label>
        <Input className="text-field" dir="auto" onFocus={(event) => event.target.select()} />
      </TextField>
      {words === undefined && (
        <p className="form-fault" role="alert">
          {t('nameMissing')}
        </p>
      )}
      <TextField
        className="form-field"
        value={note}
        maxLength={VIEW_LIMITS.note}
        onChange={(next) => setWords({ name, note: next })}
      >
        <Label>{t('note')}</Label>
        <TextArea className="text-field" dir="auto" placeholder={t('noteHint')} />
      </TextField>
      <div className="form-buttons">
        {other !== undefined && (
          <Button
            className="button"
            isDisabled={isBusy || words === undefined}
            onPress={() => words && other.onPress(words)}
          >
            {other.label}
          </Button>
        )}
        <Button type="submit" className="button is-primary" isDisabled={isBusy || words === undefined}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
