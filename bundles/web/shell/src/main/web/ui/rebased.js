/** @typedef {Record<string, any>} Parts a thing or the draft of one, by the names of its parts */

/**
 * What somebody typed, put on top of what others saved meanwhile: the parts that were typed stay, all others are as they are now. Tells which of the
 * named parts others changed, and which of those are typed differently.
 *
 * @template {Parts} T
 * @param {{typed: T, before: Parts, now: Parts}} versions `before` is what the typing began with
 * @param {string[]} names the parts that people see
 * @returns {{value: T, theirs: string[], both: string[]}}
 */
export function rebased({typed, before, now}, names) {
  const own = (/** @type {string} */ name) => !same(typed[name], before[name]);
  const kept = Object.keys({...before, ...typed}).filter((name) => name !== 'version' && own(name));
  const value = {...structuredClone(now), ...Object.fromEntries(kept.map((name) => [name, typed[name]]))};
  const theirs = names.filter((name) => !same(before[name], now[name]));
  return {value: /** @type {T} */ (value), theirs, both: theirs.filter((name) => own(name) && !same(typed[name], now[name]))};
}

/** @param {unknown} a @param {unknown} b */
function same(a, b) {
  return plain(a) === plain(b);
}

/** As text, in which what is not there, what is null and what is left blank are the same. @param {unknown} value */
function plain(value) {
  const part = (/** @type {string} */ _, /** @type {any} */ each) => {
    if (each === null || each === '') {
      return undefined;
    }
    return each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each;
  };
  return JSON.stringify(value, part) ?? '';
}
