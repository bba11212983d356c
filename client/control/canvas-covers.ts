/** What floats over the canvas. Each part registers its element, so that a fit can leave out what it covers. */
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';

export type CoverName = 'legend' | 'controls' | 'counts' | 'chips' | 'axis' | 'panel';
export type Covers = ReadonlyMap<CoverName, HTMLElement>;

export interface CanvasCovers extends Pick<ValueStore<Covers>, 'value' | 'subscribe'> {
  /** Registers the element of a part; gives back the function that removes it. */
  register(name: CoverName, element: HTMLElement): () => void;
}

export function createCanvasCovers(): CanvasCovers {
  const covers = createValueStore<Covers>(new Map());
  return {
    value: covers.value,
    subscribe: covers.subscribe,
    register(name, element) {
      covers.set(new Map([...covers.value(), [name, element]]));
      return () => {
        if (covers.value().get(name) !== element) return;
        covers.set(new Map([...covers.value()].filter(([other]) => other !== name)));
      };
    },
  };
}
