/** An index of boxes and lines by the cells of a grid: it finds what is near without a scan of all items. */
import { isOverlapping } from './geometry.ts';
import type { Box, Point } from './geometry.ts';

/** Default side of a cell, in model pixels. */
const CELL = 160;
/** Maximum number of cells in each direction from the origin; drawings are far smaller. */
const REACH = 2 ** 20;

interface Entry<T> {
  readonly item: T;
  /** Number of the last query that returned it: each query returns an entry once, without a set per query. */
  asked: number;
}

/** Items in an area. A query returns all items in the same cells; the caller tests them exactly. */
export class SpatialGrid<T> {
  readonly #side: number;
  readonly #cells = new Map<number, Entry<T>[]>();
  #question = 0;

  constructor(side = CELL) {
    this.#side = side;
  }

  addBox(box: Box, item: T): void {
    const entry = { item, asked: 0 };
    for (const key of this.#inBox(box)) this.#put(key, entry);
  }

  addLine(from: Point, to: Point, item: T): void {
    const entry = { item, asked: 0 };
    for (const key of this.#along(from, to)) this.#put(key, entry);
  }

  /** Everything that shares a cell with the box, each once. */
  nearBox(box: Box): T[] {
    return this.#found(this.#inBox(box));
  }

  /** Everything that shares a cell with the line, each once. */
  nearLine(from: Point, to: Point): T[] {
    return this.#found(this.#along(from, to));
  }

  #put(key: number, entry: Entry<T>): void {
    const cell = this.#cells.get(key);
    if (cell) cell.push(entry);
    else this.#cells.set(key, [entry]);
  }

  #found(keys: readonly number[]): T[] {
    this.#question += 1;
    const found: T[] = [];
    for (const key of keys) {
      const cell = this.#cells.get(key);
      if (cell === undefined) continue;
      for (const entry of cell) {
        if (entry.asked === this.#question) continue;
        entry.asked = this.#question;
        found.push(entry.item);
      }
    }
    return found;
  }

  #cell(value: number): number {
    return Math.floor(value / this.#side);
  }

  #inBox({ left, right, top, bottom }: Box): number[] {
    const keys: number[] = [];
    const [first, last, end] = [this.#cell(top), this.#cell(bottom), this.#cell(right)];
    for (let column = this.#cell(left); column <= end; column += 1) {
      for (let row = first; row <= last; row += 1) keys.push((column + REACH) * 2 * REACH + row + REACH);
    }
    return keys;
  }

  /** For each column, the rows between the heights at which the line enters and leaves it. */
  #along(from: Point, to: Point): number[] {
    const keys: number[] = [];
    const [a, b] = from.x <= to.x ? [from, to] : [to, from];
    const slope = b.x === a.x ? 0 : (b.y - a.y) / (b.x - a.x);
    const [first, last] = [this.#cell(a.x), this.#cell(b.x)];
    for (let column = first; column <= last; column += 1) {
      const enters = column === first ? a.y : a.y + (column * this.#side - a.x) * slope;
      const leaves = column === last ? b.y : a.y + ((column + 1) * this.#side - a.x) * slope;
      const end = this.#cell(Math.max(enters, leaves));
      for (let row = this.#cell(Math.min(enters, leaves)); row <= end; row += 1)
        keys.push((column + REACH) * 2 * REACH + row + REACH);
    }
    return keys;
  }
}

/** An index of boxes only: how many are near, and whether there is one. */
export class BoxGrid {
  readonly #grid = new SpatialGrid<Box>();

  add(box: Box): void {
    this.#grid.addBox(box, box);
  }

  /** Returns how many boxes are nearer to `box` than `margin`. */
  count(box: Box, margin: number): number {
    let near = 0;
    for (const other of this.#around(box, margin)) if (isOverlapping(box, other, margin)) near += 1;
    return near;
  }

  /** Whether no box is nearer to `box` than `margin`. */
  isFree(box: Box, margin = 0): boolean {
    return this.#around(box, margin).every((other) => !isOverlapping(box, other, margin));
  }

  #around({ left, right, top, bottom }: Box, margin: number): Box[] {
    return this.#grid.nearBox({
      left: left - margin,
      right: right + margin,
      top: top - margin,
      bottom: bottom + margin,
    });
  }
}
