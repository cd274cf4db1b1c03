/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */

/** The words for a code of the server; what nobody has words for is said as it is. @param {AdminScreen} page @param {string} kind @param {string} code */
export function inWords(page, kind, code) {
  const key = `${kind}.${code}`;
  const said = page.t(key);
  return said === key ? code : said;
}
