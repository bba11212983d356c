import { CANVAS } from '../../words/messages/canvas.ts';
import { COMMON } from '../../words/messages/common.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { useHasPassed } from '../../ui/use-debounced.ts';

/** The placeholder while the start view loads: nothing, then a skeleton, then a text. */
export function CanvasOutline() {
  const [t, common] = [useMessages(CANVAS), useMessages(COMMON)];
  const isSlow = useHasPassed(300);
  const isVerySlow = useHasPassed(2_000);
  if (!isSlow) return null;
  return (
    <div className="canvas-outline" role="status">
      <DisputeSketch />
      <p>{isVerySlow ? t('fetchingStart') : <span className="visually-hidden">{common('loading')}</span>}</p>
    </div>
  );
}

/** The skeleton of a dispute: two actors who assert, three claims, two actors who deny. */
export function DisputeSketch() {
  return (
    <svg className="dispute-sketch" viewBox="0 0 560 260" fill="none" aria-hidden="true">
      <g className="sketch-asserts">
        <path d="M84 76 194 54M84 76 194 130M84 190 194 206" />
        <path d="m186 50 8 4-7 6m-2 64 9 6-10 3m2 68 8 5-8 5" />
      </g>
      <g className="sketch-denies">
        <path d="M476 76 372 54M476 76 372 130M476 190 372 136" />
        <path d="M372 46v16m0 60v18" strokeDasharray="none" />
      </g>
      <g className="sketch-lines">
        <circle cx="62" cy="76" r="22" />
        <rect x="40" y="168" width="44" height="44" rx="8" />
        <path d="m476 76 12-21h24l12 21-12 21h-24zM476 190l12-21h24l12 21-12 21h-24z" />
        <rect x="194" y="24" width="178" height="60" rx="8" />
        <rect x="194" y="100" width="178" height="60" rx="8" />
        <rect x="194" y="176" width="178" height="60" rx="8" />
        <path d="M214 46h120M214 60h84M214 122h130M214 136h70M214 198h100M214 212h126" className="sketch-words" />
      </g>
    </svg>
  );
}
