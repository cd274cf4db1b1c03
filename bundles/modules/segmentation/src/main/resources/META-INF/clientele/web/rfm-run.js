/**
 * What is said after scoring. How many it was is told to those who see all customers.
 *
 * @param {{status: string, customers: number | null, changed: number | null}} run @param {(key: string, values?: Record<string, unknown>) => string} t
 * @returns {{kind: 'info' | 'good', text: string}}
 */
export function scored({status, customers, changed}, t) {
  const low = status !== 'ok';
  const counted = typeof customers === 'number';
  const [few, done] = counted ? ['rfm.low', 'rfm.scored'] : ['rfm.low.untold', 'rfm.scored.untold'];
  return {kind: low ? 'info' : 'good', text: t(low ? few : done, {n: customers, changed})};
}
