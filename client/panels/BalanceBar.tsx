import { counted, numberText } from '../words/numbers.ts';

/** How many actors assert and deny a claim: solid against hatched, with the numbers below. */
export function BalanceBar({ asserters, deniers }: { readonly asserters: number; readonly deniers: number }) {
  if (asserters + deniers === 0) return <p className="muted">No actor asserts or denies it.</p>;
  const words = `${counted(asserters, 'actor')} ${asserters === 1 ? 'asserts' : 'assert'} it, ${counted(deniers, 'actor')} ${deniers === 1 ? 'denies' : 'deny'} it`;
  return (
    <div className="balance" role="img" aria-label={words}>
      <div className="balance-bar">
        {asserters > 0 && <span className="balance-asserts" style={{ flexGrow: asserters }} />}
        {deniers > 0 && <span className="balance-denies" style={{ flexGrow: deniers }} />}
      </div>
      <div className="balance-numbers">
        <span className="asserts">{asserters > 0 && <>✓ {numberText(asserters)} {asserters === 1 ? 'asserts' : 'assert'}</>}</span>
        <span className="denies">{deniers > 0 && <>{numberText(deniers)} {deniers === 1 ? 'denies' : 'deny'} ✕</>}</span>
      </div>
    </div>
  );
}
