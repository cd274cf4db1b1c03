/**
 * Makes something anew only when it depends on something else than the last time. A list that is handed columns or functions which are new at each
 * drawing draws all its rows over.
 *
 * @template {unknown[]} From @template Made
 * @param {(...from: From) => Made} make
 * @returns {(...from: From) => Made}
 */
export function remembered(make) {
  /** @type {From | undefined} */
  let last;
  let made = /** @type {Made} */ (undefined);
  return (...from) => {
    if (!last || from.some((each, at) => each !== last?.[at])) {
      made = make(...from);
      last = from;
    }
    return made;
  };
}
