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

/** What a language or a country is called; what is no code, such as what a file held, is called as it is. @param {'language' | 'region'} type @param {string} code @param {string} locale */
export function codeName(type, code, locale) {
  try {
    return once(`${type} ${locale}`, () => new Intl.DisplayNames([locale], {type})).of(code) ?? code;
  } catch {
    return code;
  }
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
