/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */

/** What webhooks say of an attempt, and the text that says the same. */
const ATTEMPTS = /** @type {[RegExp, string][]} */ ([
  [/^answered (\d+)$/, 'webhook.answered'],
  [/^no answer within (\d+) s$/, 'webhook.silent'],
]);

/** The words for a code of the server; what nobody has words for is said as it is. @param {AdminScreen} page @param {string} kind @param {string} code */
export function inWords(page, kind, code) {
  const key = `${kind}.${code}`;
  const said = page.t(key);
  return said === key ? code : said;
}

/** What came of an attempt to tell a receiver. @param {AdminScreen} page @param {string} outcome */
export function attempted(page, outcome) {
  const [found, key] = ATTEMPTS.map(([pattern, text]) => /** @type {const} */ ([pattern.exec(outcome), text])).find(([match]) => match) ?? [];
  return found && key ? page.t(key, {n: found[1]}) : outcome;
}
