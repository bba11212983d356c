import { useCallback } from 'react';
import type { RefCallback } from 'react';
import type { CoverName } from '../control/canvas-covers.ts';
import { useExplorer } from './explorer-context.ts';

/** The `ref` of an element that floats over the canvas: a fit leaves out what it covers. */
export function useCover(name: CoverName): RefCallback<HTMLElement> {
  const { covers } = useExplorer();
  return useCallback((element) => (element === null ? undefined : covers.register(name, element)), [covers, name]);
}
