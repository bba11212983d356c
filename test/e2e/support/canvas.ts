/** Finding and using what is drawn on the canvas, with the real mouse. */
import type { Page } from 'playwright-core';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The element that the canvas is mounted in; it counts what it draws in `data-nodes` and `data-edges`. */
export const CANVAS = '[data-nodes]';

/** Waits until the canvas shows as many nodes (and edges, if given). */
export async function waitForGraph(page: Page, nodes: number, edges?: number): Promise<void> {
  const drawn = edges === undefined ? `[data-nodes="${nodes}"]` : `[data-nodes="${nodes}"][data-edges="${edges}"]`;
  await page.locator(drawn).waitFor();
}

/** Where a node or an edge is drawn, in client coordinates; undefined when it is not. */
export async function locate(page: Page, id: string): Promise<Rect | undefined> {
  return page.locator(CANVAS).evaluate((canvas, wanted) => {
    const detail: { id: string; rect?: { left: number; top: number; width: number; height: number } } = { id: wanted };
    canvas.dispatchEvent(new CustomEvent('gainsay:locate', { detail }));
    const { rect } = detail;
    return rect === undefined ? undefined : { x: rect.left, y: rect.top, width: rect.width, height: rect.height };
  }, id);
}

/** The places of several nodes, rounded to hundredths of a pixel. */
export async function places(page: Page, ids: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const id of ids) {
    const rect = await locate(page, id);
    found[id] = rect === undefined ? 'absent' : `${rect.x.toFixed(2)},${rect.y.toFixed(2)}`;
  }
  return found;
}

/** Clicks in the middle of what is drawn for this id. */
export async function clickOn(page: Page, id: string, options: { readonly count?: number; readonly button?: 'left' | 'right' } = {}): Promise<void> {
  const { x, y } = await middle(page, id);
  await page.mouse.click(x, y, { clickCount: options.count ?? 1, button: options.button ?? 'left' });
}

/** The middle of what is drawn for this id. */
export async function middle(page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> {
  const rect = await locate(page, id);
  if (rect === undefined) throw new Error(`Nothing is drawn for ${id}.`);
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}
