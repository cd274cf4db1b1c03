/** What a JSON pointer names in `value`, or undefined. @param {unknown} value @param {string} pointer @returns {unknown} */
export function at(value, pointer) {
  return steps(pointer).reduce(inside, value);
}

/**
 * `value` with `part` at the pointer; what it does not touch is shared with the old one.
 *
 * @param {unknown} value @param {string} pointer @param {unknown} part @returns {unknown}
 */
export function put(value, pointer, part) {
  const [step, ...rest] = steps(pointer);
  if (step === undefined) {
    return part;
  }
  const below = rest.length ? put(inside(value, step), `/${rest.join('/')}`, part) : part;
  if (Array.isArray(value) || /^\d+$/.test(step)) {
    const list = Array.isArray(value) ? [...value] : [];
    list[Number(step)] = below;
    return list;
  }
  return {.../** @type {object | undefined} */ (value), [step]: below};
}

/** @param {unknown} value @param {string} step */
function inside(value, step) {
  return /** @type {Record<string, unknown> | null | undefined} */ (value)?.[step];
}

/** @param {string} pointer */
function steps(pointer) {
  return pointer.split('/').slice(1);
}
