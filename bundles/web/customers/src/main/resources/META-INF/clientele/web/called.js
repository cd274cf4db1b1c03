/** @type {Map<string, Intl.DisplayNames>} */
const names = new Map();

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
