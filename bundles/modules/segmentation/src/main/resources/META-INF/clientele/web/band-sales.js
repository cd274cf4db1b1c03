/**
 * What customers of each band bought, as parts of all that was bought.
 *
 * @typedef {{band?: string | null, customers: number, money: Record<string, number>}} Part
 * @typedef {{month: string, parts: Part[]}} Month
 */

/** The currencies that anything was paid in, that of most months first. @param {Month[]} months @returns {string[]} */
export function currencies(months) {
  const used = new Map();
  for (const {parts} of months) {
    for (const currency of new Set(parts.flatMap((part) => Object.keys(part.money)))) {
      used.set(currency, (used.get(currency) ?? 0) + 1);
    }
  }
  return [...used.keys()].sort((one, other) => used.get(other) - used.get(one) || one.localeCompare(other));
}

/** The part of a month's sales of each of its bands, in their order; what was only given back counts as nothing. @param {Month} month @param {string} currency */
export function salesShares({parts}, currency) {
  const sums = parts.map((part) => Math.max(0, part.money[currency] ?? 0));
  const all = sums.reduce((sum, each) => sum + each, 0);
  return sums.map((sum) => (all ? sum / all : 0));
}
