import {html, nothing} from '@clientele/ui';
import {STATUSES} from './columns.js';

/** @typedef {import('./list-view.js').ListView} ListView */
/** @typedef {import('@clientele/ui').Option} Option */

/** What can be done with the customers that are chosen. @param {ListView} view */
export function bulkBar(view) {
  const {host, context, people, selected, total} = view;
  /** @type {import('@clientele/ui').Say} */
  const t = (key, values) => host.t(key, values);
  const all = total ?? 0;
  const count = view.everything ? all : selected.size;
  const whom = () => (view.everything ? {filter: view.whole} : {ids: [...selected]});
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => view.bulk.run(whom(), {set: {[name]: value || null}});
  const nobody = {value: '', label: t('bulk.nobody')};
  const write = context.can('customers:write');
  return html`<div class="bulk" role="toolbar" aria-label=${t('bulk.title')}>
    <strong role="status">${t('bulk.chosen', {n: count})}</strong>
    ${!view.everything && all > selected.size
      ? html`<button class="quiet" @click=${() => { view.everything = true; host.requestUpdate(); }}>${t('bulk.everything', {n: all})}</button>`
      : nothing}
    <span class="space"></span>
    ${write
      ? html`${menu(t('bulk.owner'), 'user', [...people.userOptions, nobody], set('owner'))}
          ${menu(t('bulk.team'), 'users', [...people.teamOptions, nobody], set('team'))}
          ${menu(t('bulk.status'), 'flag', STATUSES.map((value) => ({value, label: t(`status.${value}`)})), set('status'))}
          <button class="quiet" @click=${() => view.dialog.tags(whom)}><cl-icon name="tag"></cl-icon>${t('bulk.tags')}</button>`
      : nothing}
    ${contributed(view)}
    <button class="quiet icon" aria-label=${t('bulk.clear')} @click=${() => { view.selected = new Set(); host.requestUpdate(); }}><cl-icon name="x"></cl-icon></button>
  </div>`;
}

/** @param {string} label @param {string} icon @param {Option[]} options @param {(value: string) => void} chosen */
function menu(label, icon, options, chosen) {
  const items = options.map((option) => ({label: option.label, action: () => chosen(option.value)}));
  return html`<cl-menu label=${label} .items=${items}><span slot="button" class="row"><cl-icon name=${icon}></cl-icon>${label}</span></cl-menu>`;
}

/** What modules offer for several customers; each does it in its own bundle's context. @param {ListView} view */
function contributed(view) {
  const {context} = view;
  const language = context.locale.startsWith('zh') ? 'zh' : 'en';
  return context.contributions('bulkAction', 'customers').map((each) => {
    const run = async () => {
      const customers = view.items.filter((row) => view.selected.has(row.id));
      await context.run(each, {customers, filter: view.everything ? view.whole : undefined});
      view.refresh();
    };
    return html`<button class="quiet" @click=${run}><cl-icon name=${each.icon ?? 'puzzle'}></cl-icon>${each.title[language] ?? each.title.en}</button>`;
  });
}
