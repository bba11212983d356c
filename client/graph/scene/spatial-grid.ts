/** Boxes and lines by the cells of a grid, so that what is near is found without looking at all. */
import { isOverlapping } from './geometry.ts';
import type { Box, Point } from './geometry.ts';

/** Side of a cell unless another is asked for, in the drawing's pixels. */
const CELL = 160;
/** Cells are numbered so far in each direction; drawings are smaller than that by far. */
const REACH = 2 ** 20;

interface Entry<T> {
  readonly item: T;
  /** The last question that it was an answer to: so each is found once, without a set for each question. */
  asked: number;
}

/** Things that take room. What is found is near by cells alone: the caller looks closer. */
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

  /** Column by column: the rows between the heights at which the line enters and leaves it. */
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

/** Boxes alone: how many are near, and whether any is. */
export class BoxGrid {
  readonly #grid = new SpatialGrid<Box>();

  add(box: Box): void {
    this.#grid.addBox(box, box);
  }

  /** How many boxes come nearer to `box` than `margin`. */
  count(box: Box, margin: number): number {
    let near = 0;
    for (const other of this.#around(box, margin)) if (isOverlapping(box, other, margin)) near += 1;
    return near;
  }

  /** Whether no box comes nearer to `box` than `margin`. */
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
