/** Making a format takes some hundred times as long as using it; one for each language and set of options is enough. @type {Map<string, unknown>} */
const made = new Map();

/** A format of numbers. @param {string} locale @param {Intl.NumberFormatOptions} [options] */
export function numberFormat(locale, options = {}) {
  return once(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

/** A format of dates. @param {string} locale @param {Intl.DateTimeFormatOptions} [options] */
export function dateFormat(locale, options = {}) {
  return once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** Which form of a word a number needs. @param {string} locale */
export function pluralRules(locale) {
  return once(`plural ${locale}`, () => new Intl.PluralRules(locale));
}

/** @template T @param {string} key @param {() => T} make @returns {T} */
function once(key, make) {
  const known = made.get(key);
  if (known) {
    return /** @type {T} */ (known);
  }
  const format = make();
  made.set(key, format);
  return format;
}
