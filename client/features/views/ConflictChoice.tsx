import { Button } from 'react-aria-components/Button';
import { momentText } from '../../words/dates.ts';
import { VIEWS } from '../../words/messages/views.ts';
import { useMessages } from '../../ui/use-messages.ts';
import type { Conflict } from '../../links/saved-views.ts';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  readonly onOpenTheirs: () => void;
  readonly onSaveMine: () => void;
  readonly onOverwrite: () => void;
}

/** Both versions side by side: nothing is overwritten before the user chooses. */
export function ConflictChoice({
  conflict: { theirs, mine },
  isBusy,
  onOpenTheirs,
  onSaveMine,
  onOverwrite,
}: ConflictChoiceProps) {
  const t = useMessages(VIEWS);
  return (
    <div className="form">
      <p role="alert">{t('conflict', { name: theirs.name, date: momentText(theirs.updatedAt) })}</p>
      <div className="conflict-sides">
        <Side title={t('theirs')} name={theirs.name} note={theirs.note} thumbnail={theirs.thumbnail} />
        <Side title={t('mine')} name={mine.name} note={mine.note} thumbnail={mine.thumbnail} />
      </div>
      <div className="form-buttons">
        <Button className="button is-danger" isDisabled={isBusy} onPress={onOverwrite}>
          {t('overwrite')}
        </Button>
        <Button className="button" isDisabled={isBusy} onPress={onOpenTheirs}>
          {t('keepTheirs')}
        </Button>
        {/* The pressed button is gone: without the focus inside, the dialog would receive no keys. */}
        <Button className="button is-primary" autoFocus isDisabled={isBusy} onPress={onSaveMine}>
          {t('saveMine')}
        </Button>
      </div>
    </div>
  );
}

function Side({
  title,
  name,
  note,
  thumbnail,
}: {
  readonly title: string;
  readonly name: string;
  readonly note: string | undefined;
  readonly thumbnail: string | undefined;
}) {
  const t = useMessages(VIEWS);
  return (
    <section className="conflict-side">
      <h3>{title}</h3>
      <div className="view-card">
        <div className="view-picture">{thumbnail === undefined ? t('noPicture') : <img src={thumbnail} alt="" />}</div>
        <div className="view-words">
          <div className="view-name" dir="auto">
            {name}
          </div>
          {note !== undefined && note !== '' && (
            <p className="view-note" dir="auto">
              {note}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
