import {isUntold} from './cells.js';

/**
 * Where things stand in a picture of a matrix, as parts from 0 to 1 of its width or height.
 *
 * @typedef {import('./cells.js').Axis} Axis
 * @typedef {{id: string, name: string, cell: {x: number, y: number}, values: {x: number | null, y: number | null}}} Point
 * @typedef {object} Drawn an axis as it is drawn
 * @property {'linear' | 'log' | 'values'} scale
 * @property {(point: Point) => number} at
 * @property {number[]} edges where each class begins, and where the last one ends
 * @property {{value: number, at: number}[]} ends the least and the greatest number, where there are several
 */

/** How far the outermost points stay from the edge. */
const MARGIN = 0.04;
const FAR = 8;

/** An axis as it is drawn for these points. @param {Axis} axis @param {'x' | 'y'} side @param {Point[]} points @returns {Drawn} */
export function drawn(axis, side, points) {
  return axis.method === 'values' ? bands(axis, side) : numbers(axis, side, points);
}

/** A band for each value; within it customers are strewn, which says nothing. @param {Axis} axis @param {'x' | 'y'} side @returns {Drawn} */
function bands({parts}, side) {
  return {
    scale: 'values',
    at: ({id, cell}) => (cell[side] - 1 + 0.12 + 0.76 * strewn(`${side}${id}`)) / parts,
    edges: Array.from({length: parts + 1}, (_, i) => i / parts),
    ends: [],
  };
}

/** @param {Axis} axis @param {'x' | 'y'} side @param {Point[]} points @returns {Drawn} */
function numbers(axis, side, points) {
  const cuts = isUntold(axis) ? between(axis, side, points) : axis.cuts;
  const values = points.map((point) => Number(point.values[side])).sort((a, b) => a - b);
  const log = isSkewed(values);
  const bend = log ? bent(values) : (/** @type {number} */ value) => value;
  const all = [...values, ...cuts].map(bend);
  const [low, high] = all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const span = high - low;
  const at = (/** @type {number} */ value) => (span ? MARGIN + ((bend(value) - low) / span) * (1 - 2 * MARGIN) : 0.5);
  return {scale: log ? 'log' : 'linear', at: (point) => at(Number(point.values[side])), edges: [0, ...cuts.map(at), 1], ends: [...new Set([values[0], values[values.length - 1]])].filter((value) => value !== undefined && span > 0).map((value) => ({value, at: at(value)}))};
}

/** About where each class but the first begins, by the points of both sides: half-way between them. @param {Axis} axis @param {'x' | 'y'} side @param {Point[]} points */
function between({parts}, side, points) {
  const part = (/** @type {(cell: number) => boolean} */ chosen) => points.filter((point) => chosen(point.cell[side])).map((point) => Number(point.values[side]));
  return points.length
    ? Array.from({length: parts - 1}, (_, i) => {
        const [below, above] = [Math.max(...part((cell) => cell <= i + 1)), Math.min(...part((cell) => cell > i + 1))];
        return Number.isFinite(below) && Number.isFinite(above) ? (below + above) / 2 : Number.isFinite(below) ? below : above;
      })
    : [];
}

/** Whether a few are so far out that the others would lie on one heap: eight times further from the middle than the middle half spans, or the middle itself is. @param {number[]} sorted */
export function isSkewed(sorted) {
  if (sorted.length < 4) {
    return false;
  }
  const at = (/** @type {number} */ part) => sorted[Math.floor(part * (sorted.length - 1))];
  const middle = at(0.5);
  return Math.max(at(1) - middle, middle - at(0)) > FAR * Math.max(at(0.75) - at(0.25), Math.abs(middle));
}

/** A logarithm that goes through 0 and has negative numbers, too: up to what is usual it is nearly straight. @param {number[]} values @returns {(value: number) => number} */
function bent(values) {
  const sizes = values.map(Math.abs).filter((size) => size > 0).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 1;
  return (value) => Math.sign(value) * Math.log1p(Math.abs(value) / usual);
}

/** A part from 0 to 1 that is always the same of the same text. @param {string} text */
function strewn(text) {
  let number = 7;
  for (const sign of text) {
    number = (number * 31 + (sign.codePointAt(0) ?? 0)) % 99_991;
  }
  return number / 99_991;
}

/** A text with an end that fits; a Chinese sign takes the room of two letters. @param {string} text @param {number} room in letters */
export function fitting(text, room) {
  let taken = 0;
  let fits = '';
  for (const sign of text) {
    taken += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
    if (taken > room) {
      return `${fits.trimEnd()}…`;
    }
    fits += sign;
  }
  return fits;
}
