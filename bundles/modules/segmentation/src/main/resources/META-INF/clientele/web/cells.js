import {both} from './rules.js';
import {decimal, plain} from './numbers.js';

/**
 * @typedef {{fact: string, method: string, parts: number, cuts: number[], labels: string[], values?: string[], words?: string[], support?: string | null}} Axis `values` of the method `values` only, whose classes they are; `words` say the same to people
 * @typedef {{x: number, y: number, name: string, playbook: string}} CellText
 * @typedef {{id: string, version: number, name: string, filter?: string | null, x: Axis, y: Axis, money?: string | null, texts: CellText[]}} Matrix
 * @typedef {{x: number, y: number}} Place
 */

const FOUND = ['quantile', 'median'];

/** Whether it is not told where the classes of an axis begin: that follows from all customers, and the user does not see them all. @param {Axis} axis */
export function isUntold({method, cuts}) {
  return FOUND.includes(method) && !cuts.length;
}

/** A matrix whose values are said in words. @param {Matrix} matrix @param {(fact: string, value: string) => string} said @returns {Matrix} */
export function worded(matrix, said) {
  const side = (/** @type {Axis} */ axis) => ({...axis, words: axis.values?.map((value) => said(axis.fact, value))});
  return {...matrix, x: side(matrix.x), y: side(matrix.y)};
}

/** What a class of an axis is called; a class begins at its cut point. @param {Axis} axis @param {number} part from 1 @param {string} locale */
export function className(axis, part, locale) {
  const given = axis.labels?.[part - 1];
  if (given) {
    return given;
  }
  if (axis.method === 'values') {
    return axis.words?.[part - 1] ?? axis.values?.[part - 1] ?? '';
  }
  if (isUntold(axis)) {
    return `${part}/${axis.parts}`;
  }
  const [from, to] = [axis.cuts[part - 2], axis.cuts[part - 1]].map((cut) => (cut === undefined ? '' : decimal(cut, locale)));
  // Kept by a version that had fewer cut points where they were equal.
  if (!from && !to) {
    return '–';
  }
  return part === 1 ? `< ${to}` : to ? `${from} – ${to}` : `≥ ${from}`;
}

/** The numbers behind a class, where it has a name of its own. @param {Axis} axis @param {number} part @param {string} locale */
export function classRange(axis, part, locale) {
  return axis.labels?.[part - 1] && !isUntold(axis) ? className({...axis, labels: []}, part, locale) : '';
}

/** The filter that the customers of a class meet, and no others. @param {Axis} axis @param {number} part */
function classFilter(axis, part) {
  if (axis.method === 'values') {
    return `${axis.fact}=='${axis.values?.[part - 1]}'`;
  }
  if (part > axis.cuts.length + 1) {
    return `${axis.fact}=null=true;${axis.fact}=null=false`;
  }
  const from = part > 1 ? `${axis.fact}=ge=${plain(axis.cuts[part - 2])}` : '';
  const to = part <= axis.cuts.length ? `${axis.fact}=lt=${plain(axis.cuts[part - 1])}` : '';
  return both(from, to) || `${axis.fact}=null=false`;
}

/** The filter that the customers of a cell meet, and no others; none where it is not told. @param {Matrix} matrix @param {Place} place @returns {string | undefined} */
export function cellFilter(matrix, {x, y}) {
  if (isUntold(matrix.x) || isUntold(matrix.y)) {
    return undefined;
  }
  return both(matrix.filter, classFilter(matrix.x, x), classFilter(matrix.y, y));
}

/** Where a cell is that has a number: row by row from 1; none for 0. @param {Matrix} matrix @param {number} number @returns {Place | undefined} */
export function placeOf(matrix, number) {
  return number < 1 ? undefined : {x: ((number - 1) % matrix.x.parts) + 1, y: Math.floor((number - 1) / matrix.x.parts) + 1};
}

/** The filter that customers meet of whom a fact of an axis is not known. @param {Matrix} matrix */
export function unknownFilter(matrix) {
  return both(matrix.filter, [...new Set([matrix.x.fact, matrix.y.fact])].map((fact) => `${fact}=null=true`).join(','));
}

/** What a cell is called, or else where it is. @param {Matrix} matrix @param {Place} place @param {string} locale */
export function nameOfCell(matrix, place, locale) {
  return textOf(matrix, place)?.name || `${className(matrix.y, place.y, locale)} × ${className(matrix.x, place.x, locale)}`;
}

/** What somebody wrote for a cell. @param {Matrix} matrix @param {Place} place */
export function textOf(matrix, {x, y}) {
  return matrix.texts.find((text) => text.x === x && text.y === y);
}

/** The texts of a matrix with another one for a cell; a text that says nothing is left out. @param {CellText[]} texts @param {CellText} text */
export function withText(texts, text) {
  const others = texts.filter((each) => each.x !== text.x || each.y !== text.y);
  return text.name.trim() || text.playbook.trim() ? [...others, text] : others;
}

/** From 1 to so many. @param {number} parts */
export function classes(parts) {
  return Array.from({length: parts}, (_, i) => i + 1);
}

/**
 * Who went where, most first; who stayed is left out.
 *
 * @param {{counts: number[][], probabilities: number[][]}} moves
 */
export function changes({counts, probabilities}) {
  return counts
    .flatMap((row, from) => row.map((count, to) => ({from, to, count, chance: probabilities[from]?.[to] ?? 0})))
    .filter((each) => each.from !== each.to && each.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** How many stand in each cell at the end. @param {number[][]} counts @returns {number[]} */
export function standing(counts) {
  return counts.map((_, to) => counts.reduce((sum, row) => sum + (row[to] ?? 0), 0));
}
