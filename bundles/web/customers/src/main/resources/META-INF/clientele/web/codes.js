/** @typedef {import('@clientele/ui').Say} Say */

/** @type {Map<string, Intl.DisplayNames>} */
const names = new Map();

/** The words for a code; one that nobody has words for, such as what somebody typed, is said as it is. @param {Say} t @param {string} kind @param {string} code */
export function inWords(t, kind, code) {
  const key = `${kind}.${code.toLowerCase()}`;
  const said = t(key);
  return said === key ? code : said;
}

/** What a language or a country is called in the language of the page. @param {'language' | 'region'} type @param {string} code @param {string} locale */
export function called(type, code, locale) {
  const key = `${type} ${locale}`;
  const known = names.get(key) ?? new Intl.DisplayNames([locale], {type});
  names.set(key, known);
  try {
    return known.of(code) ?? code;
  } catch {
    // No code at all, but what a file held.
    return code;
  }
}
