import {dateFormat} from '@clientele/ui';

/** The channels in an order, and which of them are chosen. @typedef {{order: string[], off: string[]}} Choice */

/** The choice that was kept, over the channels that there are now: new ones come last and are chosen. @param {Choice | undefined} kept @param {string[]} known @returns {Choice} */
export function choiceOf(kept, known) {
  const before = (kept?.order ?? []).filter((channel) => known.includes(channel));
  return {order: [...new Set([...before, ...known])], off: (kept?.off ?? []).filter((channel) => known.includes(channel))};
}

/** Those that are chosen, the best first. @param {Choice} choice */
export function chosenOf({order, off}) {
  return order.filter((channel) => !off.includes(channel));
}

/** What a channel is called. @param {import('./catalogue.js').Catalogue} catalogue @param {string} channel */
export function channelName(catalogue, channel) {
  const key = `channel.${channel}`;
  const said = catalogue.host.t(key);
  return said === key ? channel : said;
}

/**
 * From when until when a customer can be approached, on the customer's own clock.
 *
 * @param {{from: string, until: string, timeZone: string}} window @param {string} locale
 */
export function windowOf({from, until, timeZone}, locale) {
  const format = (/** @type {string} */ zone) => dateFormat(locale, {weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone});
  const [start, end] = [new Date(from), new Date(until)];
  try {
    return format(timeZone).formatRange(start, end);
  } catch {
    // A name that this browser does not know.
    return `${format('UTC').formatRange(start, end)} UTC`;
  }
}
