/** Finds and uses elements of the canvas with the real mouse. */
import type { Page } from 'playwright-core';

export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its classes, such as `claim` and `contested`. */
  readonly classes: readonly string[];
}

/** The element that the canvas is mounted in; it counts what it draws in `data-nodes` and `data-edges`. */
export const CANVAS = '.canvas';

/** Waits until the canvas shows these numbers of nodes and edges. */
export async function waitForGraph(page: Page, nodes: number, edges: number): Promise<void> {
  await page.locator(`${CANVAS}[data-nodes="${nodes}"][data-edges="${edges}"]`).waitFor();
}

/** The place and the classes of a drawn node or edge, in client coordinates; undefined when it is not drawn. */
export async function locate(page: Page, id: string): Promise<Drawn | undefined> {
  return page.locator(CANVAS).evaluate((canvas, wanted) => {
    interface Detail {
      id: string;
      rect?: { left: number; top: number; width: number; height: number };
      classes?: readonly string[];
    }
    const detail: Detail = { id: wanted };
    canvas.dispatchEvent(new CustomEvent('gainsay:locate', { detail }));
    const { rect, classes = [] } = detail;
    return rect && { x: rect.left, y: rect.top, width: rect.width, height: rect.height, classes: [...classes] };
  }, id);
}

/** The same, for an element that must be drawn. */
export async function drawn(page: Page, id: string): Promise<Drawn> {
  const found = await locate(page, id);
  if (found === undefined) throw new Error(`Nothing is drawn for ${id}.`);
  return found;
}

/** The places of several nodes, to a hundredth of a pixel. */
export async function places(page: Page, ids: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const id of ids) {
    const at = await locate(page, id);
    found[id] = at === undefined ? 'absent' : `${at.x.toFixed(2)},${at.y.toFixed(2)}`;
  }
  return found;
}

/** The largest distance, in pixels, that a node moved between two measurements. */
export function farthestMove(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): number {
  return Math.max(
    ...Object.entries(before).map(([id, place]) => {
      const [x = NaN, y = NaN] = place.split(',').map(Number);
      const [toX = NaN, toY = NaN] = (after[id] ?? '').split(',').map(Number);
      const moved = Math.hypot(toX - x, toY - y);
      return Number.isNaN(moved) ? Infinity : moved;
    }),
  );
}

/** The centre of the element with this id. */
export async function middle(page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await drawn(page, id);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Clicks the centre of the element with this id. */
export async function clickOn(page: Page, id: string): Promise<void> {
  const { x, y } = await middle(page, id);
  await page.mouse.click(x, y);
}

export async function doubleClickOn(page: Page, id: string): Promise<void> {
  const { x, y } = await middle(page, id);
  await page.mouse.dblclick(x, y);
}

/** The scale of the drawing. */
export async function zoomOf(page: Page): Promise<number> {
  return Number(await page.locator(CANVAS).getAttribute('data-zoom'));
}
