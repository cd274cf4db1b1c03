import {html, nothing} from '@clientele/ui';
import {STATUSES} from './columns.js';

/** What can be done with the customers that are chosen. */
export function bulkBar(view) {
  const {host, context, people, selected, total} = view;
  const t = (key, values) => host.t(key, values);
  const count = view.everything ? total : selected.size;
  const whom = () => (view.everything ? {filter: view.whole} : {ids: [...selected]});
  const set = (name) => (value) => view.bulk.run(whom(), {set: {[name]: value || null}});
  const nobody = {value: '', label: t('bulk.nobody')};
  const write = context.can('customers:write');
  return html`<div class="bulk" role="toolbar" aria-label=${t('bulk.title')}>
    <strong role="status">${t('bulk.chosen', {n: count})}</strong>
    ${!view.everything && total > selected.size
      ? html`<button class="quiet" @click=${() => { view.everything = true; host.requestUpdate(); }}>${t('bulk.everything', {n: total})}</button>`
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

function menu(label, icon, options, chosen) {
  const items = options.map((option) => ({label: option.label, action: () => chosen(option.value)}));
  return html`<cl-menu label=${label} .items=${items}><span slot="button" class="row"><cl-icon name=${icon}></cl-icon>${label}</span></cl-menu>`;
}

/** What modules offer for several customers. */
function contributed(view) {
  const {context, selected, everything, whole} = view;
  const language = context.locale.startsWith('zh') ? 'zh' : 'en';
  return (context.contributions?.('bulkAction', 'customers') ?? []).map((each) => {
    const run = async () => {
      const action = (await import(each.bundle.base + each.module)).default;
      const customers = view.list.items.filter((row) => selected.has(row.id));
      const outcome = await action(context, {customers, filter: everything ? whole : undefined});
      if (outcome?.message) {
        context.notify({kind: 'good', text: outcome.message, undo: outcome.undo});
      }
      view.refresh();
    };
    return html`<button class="quiet" @click=${run}><cl-icon name=${each.icon ?? 'puzzle'}></cl-icon>${each.title[language] ?? each.title.en}</button>`;
  });
}
