/** Expects two values to be the same as JSON. @param {unknown} actual @param {unknown} expected */
export function same(actual, expected) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    throw new Error(`expected ${b}, but it is ${a}`);
  }
}
