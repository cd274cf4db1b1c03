/** @typedef {{day: string, size: number, entered: number, left: number}} Day */

const AT_ONCE = 4;

/**
 * Reads how segments grew, some at a time, and hands each on as it comes.
 *
 * @template {{id: string}} T
 * @param {import('@clientele/ui').Screen['context']} context @param {T[]} segments @param {(segment: T, curve: Day[]) => void} known
 */
export async function curves(context, segments, known) {
  const waiting = [...segments];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      known(next, await curve(context, next.id));
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, work));
}

/** How a segment grew, day by day until today. @param {import('@clientele/ui').Screen['context']} context @param {string} id @returns {Promise<Day[]>} */
export async function curve(context, id) {
  return (await context.api.get(`/api/v1/segments/${id}/curve`)).body.days;
}
