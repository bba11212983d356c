import { MODEL } from '../../words/messages/model.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** How many actors assert and deny a claim: a solid and a hatched bar, with the numbers below. */
export function BalanceBar({ asserters, deniers }: { readonly asserters: number; readonly deniers: number }) {
  const t = useMessages(MODEL);
  if (asserters + deniers === 0) return <p className="muted">{t('nobody')}</p>;
  const words = `${t('actorsAsserting', { count: asserters })}, ${t('actorsDenying', { count: deniers })}`;
  return (
    <div className="balance" role="img" aria-label={words}>
      <div className="balance-bar">
        {asserters > 0 && <span className="balance-asserts" style={{ flexGrow: asserters }} />}
        {deniers > 0 && <span className="balance-denies" style={{ flexGrow: deniers }} />}
      </div>
      <div className="balance-numbers">
        <span className="asserts">{asserters > 0 && <>✓ {t('asserting', { count: asserters })}</>}</span>
        <span className="denies">{deniers > 0 && <>{t('denying', { count: deniers })} ✕</>}</span>
      </div>
    </div>
  );
}
