import {write} from './rsql.js';

/** @typedef {import('./rsql.js').Part} Part */

/**
 * The facts of conditions that the server does not know any more: it names them, and no catalogue has them.
 *
 * @param {Part[]} parts @param {{name: string}[]} facts @param {string | undefined} detail what the server said of the filter
 */
export function gone(parts, facts, detail) {
  const known = new Set(facts.map(({name}) => name));
  const unknown = parts.flatMap((part) => ('fact' in part && !known.has(part.fact) ? [part.fact] : []));
  return facts.length ? [...new Set(unknown)].filter((name) => detail?.includes(name)) : [];
}

/** The filter without conditions on these facts. @param {Part[]} parts @param {string[]} names */
export function withoutGone(parts, names) {
  return write(parts.filter((part) => !('fact' in part && names.includes(part.fact))));
}
