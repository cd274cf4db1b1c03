import {decimal, share} from './numbers.js';

/**
 * @typedef {{key: string, name: string, limit?: number | null}} Band
 * @typedef {{id: string, version: number, key: string, name: string, fact: string, gradeFact: string, method: string, margin: number, bands: Band[],
 *   negative?: Band | null, cuts: number[], cutOn?: string | null, gradedAt?: string | null, status: 'ok' | 'low-data' | 'suspended'}} Scale
 */

export const METHODS = ['share', 'percentile', 'fixed', 'breaks'];
const PARTS = ['share', 'percentile'];
const USUAL = /** @type {Record<string, number[]>} */ ({share: [80, 95], percentile: [20, 50]});
const KEYS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const PERCENT = 100;
const EXACT = 1e8;
const ENOUGH = 10;
const WORTH = ['value.established', 'rfm.money', 'purchases.count'];

/** The bands of a scale, that of the negative last. @param {Scale} scale @returns {Band[]} */
export function allBands(scale) {
  return scale.negative ? [...scale.bands, scale.negative] : scale.bands;
}

/** What a band is called. @param {Scale} scale @param {string | null} key null for those who are not graded */
export function bandName(scale, key) {
  return allBands(scale).find((band) => band.key === key)?.name || key;
}

/** How many customers a scale needs before it grades anybody. @param {Scale} scale */
export function least(scale) {
  return scale.method === 'fixed' ? 0 : ENOUGH * scale.bands.length;
}

/** Which values are in a band, as far as that is known. @param {Scale} scale @param {number} at @param {string} locale @param {(key: string, values?: Record<string, unknown>) => string} t */
export function rangeOf(scale, at, locale, t) {
  if (at >= scale.bands.length) {
    return t('grade.range.negative');
  }
  const [from, below] = [scale.cuts[at], scale.cuts[at - 1]];
  if (from !== undefined) {
    return t('grade.range.from', {from: decimal(from, locale)});
  }
  return below === undefined ? '' : t('grade.range.below', {below: decimal(below, locale)});
}

/** Who is best and what they bring, of a scale with somebody in it. @param {{customers: number, bands: {name: string, share: number, valueShare: number}[]}} found @param {string} locale */
export function insight(found, locale) {
  const best = found.bands.find((band) => band.share > 0);
  return found.customers && best ? {band: best.name, share: share(best.share, locale), value: share(best.valueShare, locale)} : undefined;
}

/** Limits to begin with, as somebody types them. @param {string} method @param {number} bands */
export function usualLimits(method, bands) {
  if (!PARTS.includes(method)) {
    return [];
  }
  return bands - 1 === USUAL[method].length ? USUAL[method] : Array.from({length: bands - 1}, (_, i) => Math.round(((i + 1) / bands) * PERCENT));
}

/** A draft with the limits that its method usually has. @param {any} draft */
export function withUsualLimits(draft) {
  const limits = usualLimits(draft.method, draft.bands.length);
  return {...draft, bands: draft.bands.map((/** @type {any} */ band, /** @type {number} */ i) => ({...band, limit: limits[i]}))};
}

/** A key that no band has yet. @param {Band[]} bands @param {Band} [other] */
export function freeKey(bands, other) {
  const taken = [...bands, other].map((band) => band?.key);
  return KEYS.find((key) => !taken.includes(key)) ?? '';
}

/** The scale that most begin with: who carries the business. @param {(key: string) => string} t @param {string[]} facts those that are there @param {boolean} scored whether money is summed up */
export function firstScale(t, facts, scored) {
  const worth = WORTH.filter((fact) => scored || fact !== 'rfm.money');
  const fact = worth.find((each) => facts.includes(each)) ?? facts[0];
  const bands = ['A', 'B', 'C'].map((key) => ({key, name: t(`grades.first.${key}`)}));
  return withUsualLimits({key: 'abc', name: t('grades.first.name'), fact, method: 'share', margin: 5, bands, apart: false});
}

/** A scale as it is typed: parts of a whole as percent. @param {Scale} scale */
export function draftOf(scale) {
  const typed = (/** @type {Band} */ band) => ({...band, limit: typedLimit(band.limit, scale.method)});
  return {...scale, margin: percent(scale.margin), bands: scale.bands.map(typed), apart: Boolean(scale.negative)};
}

/** @param {number | null | undefined} limit @param {string} method */
function typedLimit(limit, method) {
  if (limit === null || limit === undefined) {
    return undefined;
  }
  return PARTS.includes(method) ? percent(limit) : limit;
}

/** @param {number} part */
function percent(part) {
  return Math.round(part * PERCENT * EXACT) / EXACT;
}

/** What somebody typed as a number, or nothing. @param {unknown} typed */
function number(typed) {
  return typed === undefined || typed === null || typed === '' ? undefined : Number(typed);
}

/** @param {unknown} typed */
function part(typed) {
  const given = number(typed);
  return given === undefined ? undefined : Math.round((given / PERCENT) * EXACT) / EXACT;
}

/** A draft as it is sent: only what its method needs. @param {any} draft */
export function sentScale({key, name, fact, method, margin, bands = [], apart, negative}) {
  const limit = (/** @type {any} */ band, /** @type {number} */ i) => (method === 'breaks' || i === bands.length - 1 ? undefined : PARTS.includes(method) ? part(band.limit) : number(band.limit));
  return {
    key, name, fact, method, margin: part(margin),
    bands: bands.map((/** @type {any} */ band, /** @type {number} */ i) => ({key: band?.key ?? '', name: band?.name, limit: limit(band ?? {}, i)})),
    negative: apart ? {key: negative?.key ?? '', name: negative?.name} : undefined,
  };
}
