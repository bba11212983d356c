import { useRef } from 'react';

const KEY_STEP = 0.05;

interface SplitterProps {
  /** `x`: resizes the element to its right. `y`: resizes the element below it. */
  readonly axis: 'x' | 'y';
  readonly label: string;
  readonly className: string;
  readonly value: number;
  /** In the unit of `value`: pixels for x, percent of the page height for y. */
  readonly limits: { readonly min: number; readonly standard: number; readonly max: number };
  readonly onChange: (value: number) => void;
}

/** A border that can be dragged or moved by the arrow keys (ARIA window splitter); a double click resets it. */
export function Splitter({ axis, label, className, value, limits, onChange }: SplitterProps) {
  const grip = useRef<{ at: number; value: number } | undefined>(undefined);
  const set = (next: number) => onChange(Math.round(Math.min(limits.max, Math.max(limits.min, next))));
  const place = (event: React.PointerEvent) =>
    axis === 'x' ? event.clientX : (event.clientY / window.innerHeight) * 100;
  const step = (limits.max - limits.min) * KEY_STEP;
  const keys: Readonly<Record<string, number>> =
    axis === 'x'
      ? { ArrowLeft: value + step, ArrowRight: value - step, Home: limits.min, End: limits.max }
      : { ArrowUp: value + step, ArrowDown: value - step, Home: limits.min, End: limits.max };
  return (
    <div
      className={className}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { at: place(event), value };
      }}
      onPointerMove={(event) => {
        if (grip.current !== undefined) set(grip.current.value + grip.current.at - place(event));
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onPointerCancel={() => {
        grip.current = undefined;
      }}
      onDoubleClick={() => set(limits.standard)}
      onKeyDown={(event) => {
        const next = keys[event.key];
        if (next === undefined) return;
        event.preventDefault();
        set(next);
      }}
    />
  );
}
