import {dateFormat, numberFormat, pluralRules} from './formats.js';

/**
 * Texts with places for values: the part of ICU's message format that is in use here.
 *
 *   {name}   {n, number}   {when, date}   {n, plural, =0 {none} one {# deal} other {# deals}}   {kind, select, mail {…} other {…}}
 */

/** @typedef {string | {name: string, kind: string, cases: Record<string, Part[]>} | typeof HASH} Part */

const HASH = Symbol('the number of the plural around it');
const PLACE = /^\{\s*([\w.]+)\s*(?:,\s*(\w+)\s*)?/;

/** @type {Map<string, Part[]>} */
const parsed = new Map();

/** @param {string} text @param {string} locale @param {Record<string, unknown>} [values] */
export function format(text, locale, values = {}) {
  if (!text.includes('{')) {
    return text;
  }
  let parts = parsed.get(text);
  if (!parts) {
    parts = new Reader(text).parts(false);
    parsed.set(text, parts);
  }
  return write(parts, locale, values, 0);
}

/** @param {Part[]} parts @param {string} locale @param {Record<string, unknown>} values @param {number} count @returns {string} */
function write(parts, locale, values, count) {
  return parts
    .map((part) => {
      if (typeof part === 'string') {
        return part;
      }
      if (part === HASH) {
        return number(count, locale);
      }
      const place = /** @type {Exclude<Part, string | symbol>} */ (part);
      return fill(place, locale, values);
    })
    .join('');
}

/** @param {{name: string, kind: string, cases: Record<string, Part[]>}} place @param {string} locale @param {Record<string, unknown>} values */
function fill({name, kind, cases}, locale, values) {
  const value = values[name];
  if (kind === 'plural') {
    const count = Number(value ?? 0);
    const chosen = cases[`=${count}`] ?? cases[pluralRules(locale).select(count)] ?? cases.other ?? [];
    return write(chosen, locale, values, count);
  }
  if (kind === 'select') {
    return write(cases[String(value)] ?? cases.other ?? [], locale, values, 0);
  }
  if (kind === 'date') {
    return dateFormat(locale, {dateStyle: 'medium'}).format(new Date(/** @type {string} */ (value)));
  }
  return kind === 'number' || typeof value === 'number' ? number(Number(value), locale) : String(value ?? '');
}

/** @param {number} value @param {string} locale */
function number(value, locale) {
  return numberFormat(locale).format(value);
}

class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  /** @param {boolean} inPlural @returns {Part[]} */
  parts(inPlural) {
    /** @type {Part[]} */
    const parts = [];
    let plain = '';
    while (this.at < this.text.length && this.text[this.at] !== '}') {
      const sign = this.text[this.at];
      if (sign === '{' || (sign === '#' && inPlural)) {
        parts.push(plain, sign === '{' ? this.place() : HASH);
        plain = '';
        this.at += sign === '#' ? 1 : 0;
      } else {
        plain += sign;
        this.at++;
      }
    }
    parts.push(plain);
    return parts.filter((part) => part !== '');
  }

  place() {
    const found = PLACE.exec(this.text.slice(this.at));
    if (!found) {
      throw new Error(`This message has a brace too many: ${this.text}`);
    }
    this.at += found[0].length;
    const [, name, kind = ''] = found;
    /** @type {Record<string, Part[]>} */
    const cases = {};
    if (kind === 'plural' || kind === 'select') {
      this.skip(/^,\s*/);
      for (let key = this.skip(/^(=\d+|\w+)\s*\{/); key; key = this.skip(/^(=\d+|\w+)\s*\{/)) {
        cases[key] = this.parts(kind === 'plural');
        this.skip(/^\}\s*/);
      }
    }
    if (!this.skip(/^(\})/)) {
      throw new Error(`A brace is not closed: ${this.text}`);
    }
    return {name, kind, cases};
  }

  /** @param {RegExp} pattern */
  skip(pattern) {
    const found = pattern.exec(this.text.slice(this.at));
    this.at += found ? found[0].length : 0;
    return found?.[1];
  }
}
