import {codeName, html, nothing} from '@clientele/ui';


/** @typedef {import('@clientele/ui').Screen} Screen */
/** @typedef {import('./people.js').People} People */

/** @type {Record<string, string>} */
const ICONS = {CustomerAdded: 'user-plus', CustomerChanged: 'pencil', InteractionRecorded: 'message-square', PurchaseRecorded: 'shopping-cart', RelationAdded: 'link', RelationRemoved: 'unplug', ConsentRecorded: 'shield', CustomersMerged: 'users', CustomersUnmerged: 'users', SubjectExported: 'download'};

/** Entries of a timeline for changes of a customer. @param {import('./shapes.js').Change[]} changes @param {Screen} host @param {People} people @returns {import('@clientele/ui').Entry[]} */
export function historyEntries(changes, host, people) {
  return changes.map((change) => {
    const what = change.action.slice(change.action.indexOf('.') + 1);
    const key = `history.${what}`;
    const text = host.t(key);
    return {
      id: change.id,
      at: change.at,
      icon: ICONS[what] ?? 'history',
      title: text === key ? change.action : text,
      by: people.user(change.actor) || change.login,
      text: what === 'CustomerChanged' ? fields(change.detail, host, people) : undefined,
    };
  });
}

/** @param {import('./shapes.js').Difference} difference @param {Screen} host @param {People} people */
function fields({before = {}, after = {}}, host, people) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return html`${names.map((name) => html`<span class="change"><span>${host.t(`field.${name === 'contactPoints' ? 'contact' : name}`)}</span>
    ${said(name, before[name], host, people) ? html`<del>${said(name, before[name], host, people)}</del> → ` : nothing}<ins>${said(name, after[name], host, people) || '–'}</ins></span> `)}`;
}

/** @param {string} name @param {unknown} value @param {Screen} host @param {People} people */
function said(name, value, host, people) {
  if (value === undefined || value === null) {
    return '';
  }
  if (name === 'owner') {
    return people.user(String(value)) || String(value);
  }
  if (name === 'team') {
    return people.team(String(value)) || String(value);
  }
  if (name === 'status' || name === 'kind') {
    return host.t(`${name}.${value}`);
  }
  if (name === 'language') {
    return codeName('language', String(value), host.context.locale);
  }
  return Array.isArray(value) ? value.map(part).join(', ') : String(value);
}

/** @param {unknown} value */
function part(value) {
  return typeof value === 'object' && value ? Object.entries(value).filter(([name]) => name !== 'kind').map(([, each]) => each).join(' ') : String(value);
}
