import {html, nothing, told, typed} from '@clientele/ui';
import {bulkBar} from './bulk-bar.js';
import {firstRun} from './first-run.js';

/** @typedef {import('./list-view.js').ListView} ListView */
/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('./shapes.js').View} View */
/** @typedef {import('@clientele/ui').Say} Say */

/** Whether there is room for a phone's width only. */
export const NARROW = matchMedia('(max-width: 720px)');

/** The list of customers with all that is around it. @param {ListView} view */
export function listPage(view) {
  /** @type {Say} */
  const t = (key, values) => view.host.t(key, values);
  if (view.total === 0 && !view.whole && view.view === 'all') {
    return firstRun(view, t);
  }
  return html`<cl-page flush heading=${t('list.title')} note=${view.total === undefined ? '' : t('list.total', {n: view.total})}>
    ${actions(view, t)}
    <div slot="bar" class="bars">${tabs(view, t)}${filters(view, t)}</div>
    ${view.fresh ? html`<button class="news" @click=${() => view.refresh()}><cl-icon name="refresh-cw"></cl-icon>${t('list.fresh', {n: view.fresh})}</button>` : nothing}
    ${body(view, t)} ${view.selected.size ? bulkBar(view) : nothing} ${view.dialog.render()}
  </cl-page>`;
}

/** Keys that work where nothing is typed: / searches, f adds a condition, n begins a new customer. @param {ListView} view */
export function listKeys(view) {
  const page = view.host.renderRoot;
  const filter = () => /** @type {Element & {add: () => void} | null} */ (page.querySelector('cl-filter'));
  return {
    '/': () => /** @type {HTMLElement | null} */ (page.querySelector('.search input'))?.focus(),
    f: () => filter()?.add(),
    n: () => view.context.can('customers:write') && view.context.navigate('customers/new'),
  };
}

/** @param {ListView} view @param {Say} t */
function actions(view, t) {
  const {context} = view;
  return html`<div slot="actions" class="row">
    <label class="search"><span class="hidden-text">${t('list.search')}</span><cl-icon name="search"></cl-icon>
      <input type="search" placeholder=${t('list.search')} aria-keyshortcuts="/" .value=${view.words} @input=${typed((words) => view.search(words))}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'ArrowDown' && view.list?.focus()} /><kbd class="wide" aria-hidden="true">/</kbd></label>
    ${context.can('customers:export') && view.isReady ? html`<a class="button wide" href=${view.source.file} download title=${t('list.export.text')}>${t('list.export')}</a>` : nothing}
    ${context.can('customers:write') ? html`<a class="button primary" href="/app/customers/new" aria-keyshortcuts="n"><cl-icon name="plus"></cl-icon><span class="wide">${t('list.new')}</span></a>` : nothing}
    ${NARROW.matches && view.isReady ? html`<cl-menu class="phone" label=${t('list.menu')} .items=${menu(view, t)}><cl-icon slot="button" name="ellipsis"></cl-icon></cl-menu>` : nothing}
  </div>`;
}

/** What has no room of its own on a phone: the order, which a second choice turns round, and the file. @param {ListView} view @param {Say} t */
export function menu(view, t) {
  const orders = view.factColumns.of(view.columns).filter((column) => column.sortable).map(({key, title}) => {
    const [up, down] = [view.sort === key, view.sort === `-${key}`];
    return {label: t('list.sort', {name: title}), icon: down ? 'arrow-down' : 'arrow-up', checked: up || down, action: () => view.sortBy(up ? `-${key}` : key)};
  });
  const file = {label: t('list.export'), icon: 'download', action: () => location.assign(view.source.file)};
  return view.context.can('customers:export') ? [file, {line: true}, ...orders] : orders;
}

/** @param {ListView} view @param {Say} t */
function tabs(view, t) {
  return html`<cl-tabs label=${t('view.tabs')} .tabs=${view.views.tabs} selected=${view.view} @select=${told((/** @type {string} */ key) => view.show(key))}></cl-tabs>`;
}

/** @param {ListView} view @param {Say} t */
function filters(view, t) {
  const {dialog, views} = view;
  const current = views.saved.find((each) => each.id === view.view);
  return html`<div class="filters">
    <cl-filter .facts=${view.facts.filter((fact) => fact.type !== 'words')} .value=${view.filter} .suggest=${view.suggest}
      .show=${(/** @type {string} */ fact, /** @type {string} */ value) => view.factColumns.text(fact, 'text', value)} .problem=${view.problem}
      @cl-change=${told((/** @type {{value: string}} */ {value}) => view.narrow(value))}></cl-filter>
    ${views.isOwn(current) ? own(view, current, t) : nothing}
    <button class="quiet" @click=${() => dialog.open()}><cl-icon name="bookmark"></cl-icon><span class="wide">${t('view.save')}</span></button>
    <button class="quiet" @click=${() => dialog.chooseColumns()}><cl-icon name="columns-3"></cl-icon><span class="wide">${t('list.columns')}</span></button>
  </div>`;
}

/** What can be done with a view of one's own. @param {ListView} view @param {View} current @param {Say} t */
function own(view, current, t) {
  const {dialog} = view;
  return html`
    ${view.isChanged ? html`<button class="quiet" @click=${() => dialog.overwrite(current)}>${t('view.update')}</button>` : nothing}
    <button class="quiet icon" aria-label=${t('view.edit', {name: current.name})} @click=${() => dialog.edit(current)}><cl-icon name="pencil"></cl-icon></button>
    <button class="quiet icon" aria-label=${t('view.remove', {name: current.name})} @click=${() => dialog.remove(current)}><cl-icon name="trash-2"></cl-icon></button>`;
}

/** @param {Customer} row */
const addressOf = (row) => `/app/customers/${row.id}`;
/** @param {Customer} row */
const nameOf = (row) => row.name;

/** @param {ListView} view @param {Say} t */
function body(view, t) {
  const {state} = view;
  if (state.state === 'failed' && !state.count && !view.problem) {
    return html`<cl-error .problem=${state.problem} @retry=${() => view.refresh()}></cl-error>`;
  }
  const none = state.state === 'ready' && !state.count;
  return html`
    <cl-list selectable name=${t('list.title')} memory=${view.memory} .columns=${view.factColumns.of(view.columns)} .load=${view.source.load} .sort=${view.sort} .selected=${view.selected}
      .href=${addressOf} .label=${nameOf} ?hidden=${none}
      @cl-open=${told((/** @type {{row: Customer}} */ {row}) => view.context.navigate(`customers/${row.id}`))}
      @cl-select=${told((/** @type {{selected: Set<string>}} */ {selected}) => view.choose(selected))}
      @cl-sort=${told((/** @type {{sort: string}} */ {sort}) => view.sortBy(sort))}
      @cl-state=${told((/** @type {import('@clientele/ui').ListState} */ reading) => view.told(reading))}></cl-list>
    ${none ? html`<cl-empty icon="search" heading=${t('list.none')}>${t('list.none.text')}
      <button slot="action" @click=${() => view.narrow('', '')}>${t('list.none.clear')}</button></cl-empty>` : nothing}`;
}
