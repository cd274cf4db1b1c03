/** Numbers as people read them, and as they write them. */
import {dateFormat, numberFormat} from '@clientele/ui';

const DAY_MILLIS = 86_400_000;

/** @param {number} value @param {string} locale */
export function count(value, locale) {
  return numberFormat(locale, {maximumFractionDigits: 0}).format(value);
}

/** A part of a whole, as precise as it is worth. @param {number | null | undefined} part from 0 to 1 @param {string} locale */
export function share(part, locale) {
  if (part === null || part === undefined || Number.isNaN(part)) {
    return '–';
  }
  const digits = part !== 0 && Math.abs(part) < 0.1 ? 1 : 0;
  return numberFormat(locale, {style: 'percent', maximumFractionDigits: digits}).format(part);
}

/** A sum of money without its small change. @param {number} value @param {string} locale @param {string} [currency] */
export function money(value, locale, currency) {
  const style = currency ? /** @type {const} */ ({style: 'currency', currency, currencyDisplay: 'narrowSymbol'}) : {};
  return numberFormat(locale, {...style, maximumFractionDigits: 0}).format(value);
}

/** A number where there is little room: `1.2K`. @param {number} value @param {string} locale @param {string} [currency] */
export function brief(value, locale, currency) {
  const style = currency ? /** @type {const} */ ({style: 'currency', currency, currencyDisplay: 'narrowSymbol'}) : {};
  const digits = /** @type {const} */ ({maximumFractionDigits: Math.abs(value) < 1000 ? 0 : 1, maximumSignificantDigits: 3, roundingPriority: 'lessPrecision'});
  return numberFormat(locale, {...style, notation: 'compact', ...digits}).format(value);
}

/** A number as exact as anybody looks at it. @param {number} value @param {string} locale */
export function decimal(value, locale) {
  return numberFormat(locale, {maximumFractionDigits: Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0}).format(value);
}

/** With its sign, for a change. @param {number} value @param {string} locale */
export function signed(value, locale) {
  return numberFormat(locale, {signDisplay: 'exceptZero', maximumFractionDigits: 2}).format(value).replace('-', '−');
}

/** A change as a part of what was, with its sign. @param {number | null | undefined} part @param {string} locale */
export function signedShare(part, locale) {
  if (part === null || part === undefined) {
    return '';
  }
  return numberFormat(locale, {style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1}).format(part).replace('-', '−');
}

/** A day, or the day of an instant. @param {string} at @param {string} locale */
export function day(at, locale) {
  const plain = at.length <= 10;
  const style = locale.startsWith('zh') ? {year: 'numeric', month: '2-digit', day: '2-digit'} : {dateStyle: 'medium'};
  return dateFormat(locale, /** @type {Intl.DateTimeFormatOptions} */ ({...style, ...(plain ? {timeZone: 'UTC'} : {})})).format(new Date(at));
}

/** A day where there is little room, without its year. @param {string} at @param {string} locale */
export function shortDay(at, locale) {
  return dateFormat(locale, {month: 'short', day: 'numeric', timeZone: 'UTC'}).format(new Date(at));
}

/** Numbers that somebody wrote one after the other; undefined if one of them is none. @param {string} text */
export function writtenNumbers(text) {
  const numbers = text.split(/[\s,;；，、]+/).filter(Boolean).map(Number);
  return numbers.some((number) => !Number.isFinite(number)) ? undefined : numbers;
}

/** A number as a filter takes it: never with an exponent. @param {number} value */
export function plain(value) {
  return value.toLocaleString('en', {useGrouping: false, maximumFractionDigits: 20});
}

/**
 * How a segment moved in the last days of its curve.
 *
 * @param {{day: string, size: number, entered: number, left: number}[]} curve day by day until today @param {number} days
 */
export function movement(curve, days) {
  const recent = curve.slice(-days);
  const sum = (/** @type {'entered' | 'left'} */ key) => recent.reduce((total, each) => total + each[key], 0);
  return {entered: sum('entered'), left: sum('left')};
}

/** Every so many points of a long curve, the last one always among them. @template T @param {T[]} points @param {number} most @returns {T[]} */
export function thinned(points, most) {
  const step = Math.ceil(points.length / most);
  return step <= 1 ? points : points.filter((_, i) => (points.length - 1 - i) % step === 0);
}

/** How strongly something weighs, as one of seven steps; 0 only for nothing. @param {number} value @param {number} most */
export function weight(value, most) {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.min(6, Math.ceil(Math.sqrt(value / most) * 6)));
}

/** The day so many days before another. @param {string} today @param {number} days */
export function daysBefore(today, days) {
  return new Date(Date.parse(today) - days * DAY_MILLIS).toISOString().slice(0, 10);
}
