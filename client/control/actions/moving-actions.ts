/** Moves the selected nodes by keyboard, as dragging does by mouse. */
import { isOnGraph, selectedNodes } from '../action.ts';
import type { Action, ActionContext } from '../action.ts';
import { moveNodes } from '../../state/reducers.ts';
import type { ExplorerState } from '../../state/explorer-state.ts';

/** Screen pixels per key press. */
const STRIDE = 20;

/** The state after the last key press: the next press continues the same step, as a drag is one step, too. */
let led: ExplorerState | undefined;

function move(context: ActionContext, way: { readonly x: number; readonly y: number }): void {
  const { store, graph } = context;
  const stride = STRIDE / (graph()?.viewport().zoom ?? 1);
  const ids = selectedNodes(context);
  const reduce = (state: ExplorerState) =>
    moveNodes(
      state,
      new Map(
        ids.flatMap((id) => {
          const at = state.positions.get(id);
          return at === undefined ? [] : [[id, { x: at.x + way.x * stride, y: at.y + way.y * stride }] as const];
        }),
      ),
    );
  if (store.state() === led) store.patch(reduce);
  else store.step(reduce);
  led = store.state();
}

const moving = (x: number, y: number) =>
  ({
    group: 'Selection',
    isEnabled: (context) => isOnGraph(context) && selectedNodes(context).length > 0,
    perform: (context) => move(context, { x, y }),
  }) as const satisfies Partial<Action>;

export const MOVING_ACTIONS = {
  moveLeft: { id: 'moveLeft', keys: ['Mod+ArrowLeft'], ...moving(-1, 0) },
  moveRight: { id: 'moveRight', keys: ['Mod+ArrowRight'], ...moving(1, 0) },
  moveUp: { id: 'moveUp', keys: ['Mod+ArrowUp'], ...moving(0, -1) },
  moveDown: { id: 'moveDown', keys: ['Mod+ArrowDown'], ...moving(0, 1) },
} as const satisfies Record<string, Action>;
