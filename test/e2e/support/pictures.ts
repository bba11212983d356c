/**
 * Pictures of the page, compared by the mean colours of the cells of a coarse grid. These hardly depend on the
 * typeface and on antialiasing: a word in another typeface leaves about as much ink in a cell. A line, a card or a
 * panel that is missing or has another colour changes them.
 */
import type { Page } from 'playwright-core';
import { clickOn, waitForGraph } from './canvas.ts';
import { EXAMPLE } from './example.ts';
import type { PageOptions } from './page-test.ts';

export interface Screen {
  /** The name of its picture. */
  readonly name: string;
  readonly options: PageOptions;
  /** Goes from the start view to what the picture shows. */
  readonly show?: (page: Page) => Promise<unknown>;
}

export const SCREENS: readonly Screen[] = [
  { name: 'light', options: {} },
  { name: 'dark', options: { theme: 'dark' } },
  {
    name: 'claim',
    options: {},
    show: async (page) => {
      await clickOn(page, EXAMPLE.contested);
      await page.locator('.panel [data-statement]').first().waitFor();
    },
  },
  {
    name: 'table',
    options: {},
    show: async (page) => {
      await page.keyboard.press('t');
      await page.locator('.grid-row').nth(1).waitFor();
    },
  },
  { name: 'phone', options: { width: 390, height: 844, hasTouch: true } },
];

/** Side, in pixels of the screen, of one pixel of a stored picture. */
const SCALE = 4;
/** Side of a cell in pixels of a stored picture: 20 pixels of the screen. */
const CELL = 5;

/** The mean colours of the cells of a picture: three numbers from 0 to 255 each, row by row. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly colors: readonly number[];
}

export interface Picture {
  /** The picture, shrunk by {@link SCALE}: PNG as base64. */
  readonly png: string;
  readonly grid: Grid;
  /** Numbers of the cells that show the drawing and nothing that lies on it. */
  readonly drawing: ReadonlySet<number>;
}

/** Goes to the screen on an opened page and takes its picture. */
export async function takePicture(page: Page, { show }: Screen): Promise<Picture> {
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await show?.(page);
  await page.mouse.move(0, 0);
  await page.evaluate(async () => void (await document.fonts.ready));
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const png = await page.evaluate(shrunk, { png: taken.toString('base64'), side: SCALE });
  const grid = await gridOf(page, png);
  return { png, grid, drawing: await drawingCells(page, grid) };
}

/** The grid of a stored picture. The page only decodes it. */
export async function gridOf(page: Page, png: string): Promise<Grid> {
  const { columns, rows, colors } = await page.evaluate(decoded, await page.evaluate(shrunk, { png, side: CELL }));
  return { columns, rows, colors: colors.filter((_, at) => at % 4 !== 3) };
}

/** Runs in the page: a PNG whose pixels are the mean colours of squares; those at the right and lower edge may be smaller. */
async function shrunk({ png, side }: { readonly png: string; readonly side: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const data = context?.getImageData(0, 0, width, height).data ?? [];
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const sums = new Float64Array(columns * rows * 4);
  const pixels = new Float64Array(columns * rows);
  for (let at = 0; at < width * height; at += 1) {
    const cell = Math.floor(Math.floor(at / width) / side) * columns + Math.floor((at % width) / side);
    pixels[cell] = (pixels[cell] ?? 0) + 1;
    for (let channel = 0; channel < 4; channel += 1)
      sums[cell * 4 + channel] = (sums[cell * 4 + channel] ?? 0) + (data[at * 4 + channel] ?? NaN);
  }
  const means = new ImageData(columns, rows);
  means.data.set(sums.map((sum, index) => sum / (pixels[Math.floor(index / 4)] ?? NaN)));
  Object.assign(canvas, { width: columns, height: rows });
  context?.putImageData(means, 0, 0);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}

/** Runs in the page: the pixels of a PNG, four numbers each. */
async function decoded(png: string): Promise<Grid> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width: columns, height: rows } = image;
  const context = Object.assign(document.createElement('canvas'), { width: columns, height: rows }).getContext('2d');
  context?.drawImage(image, 0, 0);
  return { columns, rows, colors: [...(context?.getImageData(0, 0, columns, rows).data ?? [])] };
}

/** What lies on the drawing: text that another typeface makes wider or higher. */
const ON_DRAWING = '.legend, .view-controls, .view-counts, .panel, .minimap';

async function drawingCells(page: Page, { columns, rows }: Grid): Promise<ReadonlySet<number>> {
  const boxesOf = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
  const [canvases, others] = [(await boxesOf('.canvas')) as DOMRect[], (await boxesOf(ON_DRAWING)) as DOMRect[]];
  const side = CELL * SCALE;
  return new Set(
    Array.from({ length: columns * rows }, (_, cell) => cell).filter((cell) => {
      const [left, top] = [(cell % columns) * side, Math.floor(cell / columns) * side];
      const isIn = (box: DOMRect) =>
        box.left <= left && left + side <= box.right && box.top <= top && top + side <= box.bottom;
      const isOn = (box: DOMRect) =>
        box.left < left + side && left < box.right && box.top < top + side && top < box.bottom;
      return canvases.some(isIn) && !others.some(isOn);
    }),
  );
}

export interface Difference {
  /** The largest group of differing cells of the drawing that touch each other. */
  readonly largestGroup: number;
  /** The share of differing cells among those of the drawing, and among all others. */
  readonly drawing: number;
  readonly elsewhere: number;
}

/**
 * Compares a picture with its reference. A cell is alike when its colour lies within the range of the colours of
 * the same cell and those around it in the other picture, widened by the tolerance, and the other way round: a text
 * that moves by some pixels takes its ink to the next cell.
 */
export function differenceOf({ grid, drawing }: Picture, reference: Grid): Difference {
  if (grid.columns !== reference.columns || grid.rows !== reference.rows)
    return { largestGroup: Infinity, drawing: 1, elsewhere: 1 };
  const [here, there] = [featuresOf(grid), featuresOf(reference)];
  const cells = here.map((_, cell) => cell);
  const around = (cell: number): readonly number[] => neighbours(cell, grid);
  const differing = cells.filter(
    (cell) =>
      !isAlike(
        here[cell],
        around(cell).map((one) => there[one]),
      ) ||
      !isAlike(
        there[cell],
        around(cell).map((one) => here[one]),
      ),
  );
  const drawn = differing.filter((cell) => drawing.has(cell));
  return {
    largestGroup: largestGroup(drawn, around),
    drawing: drawn.length / Math.max(drawing.size, 1),
    elsewhere: (differing.length - drawn.length) / Math.max(cells.length - drawing.size, 1),
  };
}

/** Tolerances for lightness, and for the differences of red and of blue from green: text is grey, so that colour is told more closely. */
const TOLERANCES = [16, 6, 6] as const;

type Features = readonly [lightness: number, red: number, blue: number];

function featuresOf({ colors }: Grid): readonly Features[] {
  return Array.from({ length: colors.length / 3 }, (_, cell) => {
    const [red = NaN, green = NaN, blue = NaN] = colors.slice(cell * 3, cell * 3 + 3);
    return [0.3 * red + 0.59 * green + 0.11 * blue, red - green, blue - green];
  });
}

function isAlike(one: Features | undefined, others: readonly (Features | undefined)[]): boolean {
  return TOLERANCES.every((tolerance, index) => {
    const values = others.map((other) => other?.[index] ?? NaN);
    const value = one?.[index] ?? NaN;
    return value >= Math.min(...values) - tolerance && value <= Math.max(...values) + tolerance;
  });
}

/** The cell and those around it. */
function neighbours(cell: number, { columns, rows }: Grid): readonly number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  return [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((right) =>
      column + right >= 0 && column + right < columns && row + down >= 0 && row + down < rows
        ? [(row + down) * columns + column + right]
        : [],
    ),
  );
}

function largestGroup(cells: readonly number[], around: (cell: number) => readonly number[]): number {
  const left = new Set(cells);
  let largest = 0;
  for (const first of cells) {
    const group = left.delete(first) ? [first] : [];
    for (const cell of group) group.push(...around(cell).filter((next) => left.delete(next)));
    largest = Math.max(largest, group.length);
  }
  return largest;
}
