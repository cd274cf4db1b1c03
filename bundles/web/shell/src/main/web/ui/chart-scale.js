/** Round numbers from below `low` to above `high`, some `count` of them. @param {number} low @param {number} high */
export function ticks(low, high, count = 5) {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({length: last - first + 1}, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Maps the numbers from `from` to `to` onto those from `start` to `end`. @param {number} from @param {number} to @param {number} start @param {number} end */
export function scale(from, to, start, end) {
  const span = to - from || 1;
  return (/** @type {number} */ value) => start + ((value - from) / span) * (end - start);
}

/** @typedef {import('./shapes.js').Series} Series */
/** @typedef {import('./shapes.js').Point} Point */
/** @typedef {Omit<Series, 'points'> & {points: (Point & {from: number, y: number})[]}} Layer */

/**
 * Series that stand on each other: each point begins (`from`) where the ones before it with its `x` end, and its `y` is where it ends.
 * @param {Series[]} series @returns {Layer[]}
 */
export function stacked(series) {
  const heights = new Map();
  return series.map((each) => ({
    ...each,
    points: each.points.map((point) => {
      const from = heights.get(point.x) ?? 0;
      heights.set(point.x, from + Number(point.y));
      return {...point, from, y: from + Number(point.y)};
    }),
  }));
}
