import { useEffect, useRef, useState } from 'react';

/** `value`, updated once it has not changed for `ms` milliseconds. */
export function useDebounced<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** `value` without delay, unless the previous change was less than `ms` milliseconds ago: then the update waits until `ms` after that change. */
export function usePaced<T>(value: T, ms: number): T {
  const [paced, setPaced] = useState(value);
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    const now = performance.now();
    const wait = ms - (now - changedAt.current);
    changedAt.current = now;
    if (wait <= 0) {
      setPaced(value);
      return;
    }
    const timer = setTimeout(() => setPaced(value), wait);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paced;
}

/** False at first, true once `ms` milliseconds have passed. */
export function useHasPassed(ms: number): boolean {
  const [hasPassed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return hasPassed;
}
