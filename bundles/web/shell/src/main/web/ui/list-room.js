/** @typedef {import('./list.js').ClList} ClList */
/** @typedef {import('./shapes.js').Column} Column */

const USUAL_WIDTH = 140;
/** Left and right of what a cell shows. */
const PADDING = 20;
/** Of what leads a row, with the gap after it. */
const LEAD = 30;
/** So much less than its room a text must measure to be sure of it. */
const SPARE = 2;
const MOST_KNOWN = 2000;

/** How wide a column is at least, in pixels. @param {Column} column */
export function leastWidth(column) {
  return column.width ?? USUAL_WIDTH;
}

/**
 * Tells which texts have room enough in their cells. The others need a box that clips them, and the browser draws each box that clips as a layer of
 * its own: with hundreds of them a list that is scrolled loses pictures.
 */
export class Room {
  /** @param {ClList} list */
  constructor(list) {
    this.list = list;
    /** @type {OffscreenCanvasRenderingContext2D | null | undefined} */
    this.pen = undefined;
    this.widths = /** @type {Map<string, number>} */ (new Map());
  }

  /** Forgets what was measured: the look of the list is another. */
  reset() {
    this.pen = undefined;
  }

  /** Whether a text fits into the cells of a column, however narrow they become. @param {string} text @param {Column} column */
  holds(text, column) {
    return this.#width(text) <= leastWidth(column) - PADDING - (column.lead ? LEAD : 0) - SPARE;
  }

  /** @param {string} text */
  #width(text) {
    const pen = (this.pen ??= this.#draw());
    let width = this.widths.get(text);
    if (width === undefined) {
      if (this.widths.size >= MOST_KNOWN) {
        this.widths.clear();
      }
      width = pen?.measureText(text).width ?? Infinity;
      this.widths.set(text, width);
    }
    return width;
  }

  /** With the widest letters that a list has. */
  #draw() {
    this.widths.clear();
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    if (pen) {
      const {fontSize, fontFamily} = getComputedStyle(this.list);
      pen.font = `500 ${fontSize} ${fontFamily}`;
    }
    return pen;
  }
}
