import {changes, placeOf} from './cells.js';

/** How far from the middle of a cell an arrow begins, and its tip begins; and how much it bends: so those of opposite ways stand apart. */
const [AFTER, BEFORE] = [12, 28];
const BEND = 0.16;
const DEEPEST = 40;
const THINNEST = 1.5;
const THICKEST = 8;

/**
 * @typedef {import('./cells.js').Matrix} Matrix
 * @typedef {{width: number, height: number}} Size
 * @typedef {{from: number, to: number, count: number, path: string, thickness: number, middle: [number, number]}} Arrow
 */

/** Where a cell lies in a picture; the lowest class of both is at the bottom left. @param {Matrix} matrix @param {import('./cells.js').Place} place @param {Size} size */
export function cellBox(matrix, {x, y}, {width, height}) {
  const [wide, high] = [width / matrix.x.parts, height / matrix.y.parts];
  return {left: (x - 1) * wide, top: height - y * high, width: wide, height: high};
}

/**
 * The most frequent moves from cell to cell as arrows, the strongest first; who came from no cell or went into none is left out.
 *
 * @param {Matrix} matrix @param {{counts: number[][], probabilities: number[][]}} moves @param {Size} size @param {number} most
 * @returns {Arrow[]}
 */
export function arrows(matrix, moves, size, most) {
  const shown = changes(moves).filter(({from, to}) => placeOf(matrix, from) && placeOf(matrix, to)).slice(0, most);
  const strongest = shown[0]?.count ?? 1;
  return shown.map(({from, to, count}) => ({
    from,
    to,
    count,
    thickness: rounded(THINNEST + ((THICKEST - THINNEST) * count) / strongest),
    ...curve(middleOf(matrix, from, size), middleOf(matrix, to, size)),
  }));
}

/** @param {Matrix} matrix @param {number} number @param {Size} size @returns {[number, number]} */
function middleOf(matrix, number, size) {
  const box = cellBox(matrix, /** @type {import('./cells.js').Place} */ (placeOf(matrix, number)), size);
  return [box.left + box.width / 2, box.top + box.height / 2];
}

/** @param {[number, number]} from @param {[number, number]} to */
function curve([x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  const bend = Math.min(BEND, DEEPEST / length);
  const handle = /** @type {[number, number]} */ ([(x1 + x2) / 2 - dy * bend, (y1 + y2) / 2 + dx * bend]);
  const start = towards([x1, y1], handle, Math.min(AFTER, length / 5));
  const end = towards([x2, y2], handle, Math.min(BEFORE, length / 4));
  const path = `M${start.join(' ')}Q${handle.map(rounded).join(' ')} ${end.join(' ')}`;
  return {path, middle: /** @type {[number, number]} */ ([rounded((start[0] + end[0]) / 4 + handle[0] / 2), rounded((start[1] + end[1]) / 4 + handle[1] / 2)])};
}

/** @param {[number, number]} from @param {[number, number]} to @param {number} by */
function towards([x1, y1], [x2, y2], by) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return [rounded(x1 + ((x2 - x1) / length) * by), rounded(y1 + ((y2 - y1) / length) * by)];
}

/** @param {number} number */
function rounded(number) {
  return Math.round(number * 10) / 10;
}
