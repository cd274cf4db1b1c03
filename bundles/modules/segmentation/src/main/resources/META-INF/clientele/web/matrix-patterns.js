/** @typedef {(key: string) => string} Say */
/** @typedef {{key: string, x: object, y: object, labels: string[], cells: [number, number][]}} Pattern */

const HALVES = {method: 'median', parts: 2};
const THIRDS = {method: 'quantile', parts: 3};
const CORNERS = /** @type {[number, number][]} */ ([[3, 3], [1, 3], [3, 1], [1, 1]]);
const QUARTERS = /** @type {[number, number][]} */ ([[2, 2], [1, 2], [2, 1], [1, 1]]);
const LOW_HIGH = ['low', 'high'];
const LOW_MIDDLE_HIGH = ['low', 'middle', 'high'];

/**
 * Matrices that the field knows: how they are cut, and of which cells something is said. Loyalty is cut where relative attitude and repeat patronage
 * are (Dick and Basu 1994); the portfolio sets the attraction of a customer against the strength of the relation (Fiocca 1982).
 *
 * @type {Pattern[]}
 */
export const PATTERNS = [
  {key: 'value', x: HALVES, y: HALVES, labels: LOW_HIGH, cells: QUARTERS},
  {key: 'dual', x: THIRDS, y: THIRDS, labels: LOW_MIDDLE_HIGH, cells: CORNERS},
  {key: 'loyalty', x: {method: 'fixed', cuts: [0.5]}, y: {method: 'fixed', cuts: [0]}, labels: LOW_HIGH, cells: QUARTERS},
  {key: 'portfolio', x: THIRDS, y: THIRDS, labels: LOW_MIDDLE_HIGH, cells: CORNERS},
];

/** A draft that follows a pattern: facts, name and customers stay as they were chosen, and so does a side that is cut by its values. @param {any} draft @param {string} key @param {Say} t */
export function following(draft, key, t) {
  const pattern = PATTERNS.find((each) => each.key === key);
  if (!pattern) {
    return draft;
  }
  const labels = pattern.labels.map((label) => t(`pattern.label.${label}`));
  const side = (/** @type {any} */ axis, /** @type {object} */ cut) => (axis?.method === 'values' ? axis : {fact: axis?.fact, support: axis?.support, ...cut, labels});
  return {
    ...draft,
    name: draft.name || t(`pattern.${key}`),
    x: side(draft.x, pattern.x),
    y: side(draft.y, pattern.y),
    texts: pattern.cells.map(([x, y], at) => ({x, y, name: t(`pattern.${key}.name${at + 1}`), playbook: t(`pattern.${key}.play${at + 1}`)})),
  };
}
