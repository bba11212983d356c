/** The worker of a layout: it receives one request, and posts progress and finally the positions. */
import { layoutSteps } from './layouts.ts';
import type { LayoutName } from './layout-names.ts';
import type { LayoutInput } from './layouts.ts';
import type { Point } from '../scene/geometry.ts';

export interface LayoutRequest {
  readonly name: LayoutName;
  readonly input: LayoutInput;
}

export type LayoutAnswer =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'positions'; readonly positions: ReadonlyMap<string, Point> };

const answer = (message: LayoutAnswer): void => {
  self.postMessage(message, { transfer: [] });
};

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const { name, input } = event.data;
  const steps = layoutSteps(name, input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      answer({ type: 'positions', positions: step.value });
      return;
    }
    answer({ type: 'progress', done: step.value });
  }
});
