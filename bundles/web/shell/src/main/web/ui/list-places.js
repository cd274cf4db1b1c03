/** @typedef {import('./shapes.js').Row} Row */
/**
 * How a list was left. `row` is the first in sight, of which a part may be hidden; `current` the one that somebody stood on.
 *
 * @typedef {{items: Row[], next?: string, total?: number, row: number, current: number, active: number}} Place
 */

/** Rows take room; whoever goes back further than this begins at the top. */
const MOST = 4;

/** The places that lists were left at, the latest last. @type {Map<string, Place>} */
const places = new Map();

/** The entry of the browser's history that is shown has a name of its own, which the shell gave it. @param {string} memory */
function keyOf(memory) {
  return `${history.state?.at ?? ''} ${memory}`;
}

/**
 * Where lists are left and come back to. A list that comes back belongs to the entry of the history that it was left in: a way back leads to the
 * same rows, while a link to the same page begins anew.
 *
 * @param {string} memory what the list shows
 */
export function placeOf(memory) {
  const key = keyOf(memory);
  return {
    /** Keeps how the list is left. @param {Place} place */
    leave(place) {
      places.delete(key);
      places.set(key, place);
      for (const oldest of [...places.keys()].slice(0, Math.max(0, places.size - MOST))) {
        places.delete(oldest);
      }
    },

    /** How the list was left, once: after that it is elsewhere. @returns {Place | undefined} */
    take() {
      const place = places.get(key);
      places.delete(key);
      return place;
    },
  };
}
