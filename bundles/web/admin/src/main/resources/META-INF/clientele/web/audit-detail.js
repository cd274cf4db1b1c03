import {html, nothing} from '@clientele/ui';

/** @typedef {import('./audit-words.js').AuditWords} AuditWords */
/** @typedef {import('./shapes.js').AuditEntry} AuditEntry */
/** What is told of one thing: what it is, or what it was and what it became. @typedef {{name: string, value: unknown} | {name: string, before: unknown, after: unknown}} Told */

/** More than these are told on demand. */
const FEW = 4;
/** A text or a list that is longer is shown on demand. */
const LONG = 80;
/** So much of a long one is seen before. */
const START = 60;
/** An object of no more than these plain values is told in one line. */
const SMALL = 3;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isPlain(value) {
  return typeof value !== 'object' || value === null;
}

/** Nothing, or what is empty. @param {unknown} value */
function isNone(value) {
  return value === undefined || value === null || value === '' || (typeof value === 'object' && !Object.keys(value).length);
}

/**
 * What the detail of an entry tells, each thing for itself. A change is kept as `before` and `after` of the fields that differ, as the changes of users
 * and teams in pairs, or as the versions of a module.
 *
 * @param {AuditEntry['detail']} detail @param {string} action @returns {Told[]}
 */
export function told(detail, action) {
  if (!isObject(detail)) {
    return isNone(detail) ? [] : [{name: '', value: detail}];
  }
  const {before, after, ...rest} = detail;
  const sides = [before, after].every((side) => side === undefined || isObject(side));
  const others = Object.entries(sides ? rest : detail);
  const plain = others.map(([name, value]) => (isPair(value, action) ? {name, before: value[0], after: value[1]} : {name, value}));
  return [...(sides ? differences(before, after) : []), ...versions(plain, action)];
}

/** @param {unknown} before @param {unknown} after @returns {Told[]} */
function differences(before, after) {
  const [was, is] = [before, after].map((side) => /** @type {Record<string, unknown>} */ (side ?? {}));
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => !isNone(was[name]) || !isNone(is[name]))
    .map((name) => (before === undefined ? {name, value: is[name]} : {name, before: was[name], after: is[name]}));
}

/** @param {unknown} value @param {string} action @returns {value is [unknown, unknown]} */
function isPair(value, action) {
  return /^access\.\w+Changed$/.test(action) && Array.isArray(value) && value.length === 2;
}

/** A module goes from one version to another. @param {Told[]} plain @param {string} action @returns {Told[]} */
function versions(plain, action) {
  const [from, to] = ['from', 'to'].map((name) => plain.find((each) => each.name === name && 'value' in each));
  if (!action.startsWith('modules.') || !from || !to) {
    return plain;
  }
  const [before, after] = [from, to].map((each) => /** @type {{value: unknown}} */ (each).value);
  return [...plain.filter((each) => each !== from && each !== to), {name: 'version', before, after}];
}

/** All that an entry tells, as labels with values. @param {AuditEntry} entry @param {AuditWords} words */
export function detailView({detail, action}, words) {
  const parts = told(detail, action);
  if (!parts.length) {
    return nothing;
  }
  const [first, more] = parts.length > FEW + 1 ? [parts.slice(0, FEW), parts.slice(FEW)] : [parts, []];
  const list = (/** @type {Told[]} */ some) => html`<dl class="told">${some.map((part) => line(part, action, words))}</dl>`;
  return html`<div class="small">
    ${list(first)} ${more.length ? html`<details><summary>${words.t('audit.more', {n: more.length})}</summary>${list(more)}</details>` : nothing}
  </div>`;
}

/** @param {Told} part @param {string} action @param {AuditWords} words */
function line(part, action, words) {
  const said = (/** @type {unknown} */ value) => valueView({name: part.name, value, action}, words);
  const content = 'value' in part ? said(part.value) : html`<del>${said(part.before)}</del> → <ins>${said(part.after)}</ins>`;
  return html`<div>${part.name ? html`<dt>${words.label(part.name, action)}</dt>` : nothing}<dd>${content}</dd></div>`;
}

/** @typedef {{name: string, value: unknown, action: string}} Said */

/** A value in words; one that is nested or long can be opened. @param {Said} said @param {AuditWords} words @returns {unknown} */
function valueView({name, value, action}, words) {
  const of = (/** @type {unknown} */ each, part = name) => valueView({name: part, value: each, action}, words);
  if (isPlain(value) || isNone(value)) {
    return plainView({name, value, action}, words);
  }
  if (Array.isArray(value)) {
    const isShort = value.every(isPlain) && value.map(String).join(', ').length <= LONG;
    return isShort
      ? value.map((each, i) => html`${i ? ', ' : ''}${of(each)}`)
      : html`<details><summary>${words.t('audit.entries', {n: value.length})}</summary><ul class="plain">${value.map((each) => html`<li>${of(each)}</li>`)}</ul></details>`;
  }
  const fields = Object.entries(/** @type {object} */ (value));
  return fields.length <= SMALL && fields.every(([, each]) => isPlain(each))
    ? fields.map(([part, each], i) => html`${i ? ', ' : ''}<span class="muted">${words.label(part, action)}</span> ${of(each, part)}`)
    : html`<details><summary>${words.t('audit.fields', {n: fields.length})}</summary>
        <dl class="told">${fields.map(([part, each]) => html`<div><dt>${words.label(part, action)}</dt><dd>${of(each, part)}</dd></div>`)}</dl></details>`;
}

/** @param {Said} said @param {AuditWords} words */
function plainView({name, value, action}, words) {
  const text = isNone(value) ? '–' : words.said(name, /** @type {string | number | boolean} */ (value), action);
  if (words.isCustomer(name, value, action)) {
    return html`<a href="/app/customers/${value}"><code>${value}</code></a>`;
  }
  return text.length > LONG ? html`<details><summary>${text.slice(0, START)}…</summary>${text}</details>` : text;
}
