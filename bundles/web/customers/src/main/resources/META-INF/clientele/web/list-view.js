import {html, nothing} from '@clientele/ui';
import {Bulk} from './bulk.js';
import {bulkBar} from './bulk-bar.js';
import {Columns, STATUSES, asked} from './columns.js';
import {loadExample} from './example.js';
import {both, wordsFilter} from './query.js';
import {ViewDialog} from './view-dialog.js';
import {Views} from './views.js';

const SEARCH_MILLIS = 250;
const REFRESH_MILLIS = 400;
const MOST_REFRESHED = 50;
const NARROW = matchMedia('(max-width: 720px)');

/** The list of customers: what is shown, how it is found, and what is done with those that are chosen. */
export class ListView {
  /** @param {any} host the screen @param {any} people */
  constructor(host, people) {
    this.host = host;
    this.people = people;
    this.facts = [];
    this.filter = '';
    this.sort = 'name';
    this.columns = [];
    this.words = '';
    this.view = 'all';
    this.selected = new Set();
    this.everything = false;
    this.state = {state: 'empty', count: 0};
    this.total = undefined;
    this.fresh = 0;
    this.problem = undefined;
    this.load = undefined;
    const changed = () => host.requestUpdate();
    this.views = new Views(this.context, changed);
    this.factColumns = new Columns({context: this.context, people, facts: () => this.facts, save: (row, patch) => this.save(row, patch)});
    this.dialog = new ViewDialog(this, changed);
    this.bulk = new Bulk(this.context, () => this.refresh());
    this.stale = new Set();
  }

  get context() {
    return this.host.context;
  }

  get isReady() {
    return this.load !== undefined;
  }

  get list() {
    return this.host.renderRoot.querySelector('cl-list');
  }

  /** Begins with what the address says. */
  async begin(query) {
    const [facts] = await Promise.all([this.context.api.get('/api/v1/facts'), this.views.load()]);
    this.facts = facts.body.items;
    this.show(query.get('view') ?? 'all', query);
  }

  /** Shows a tab, changed by what an address says of it. */
  show(view, query = new URLSearchParams()) {
    const content = this.views.content(view);
    this.view = content.id;
    this.filter = query.get('filter') ?? content.filter;
    this.sort = query.get('sort') ?? content.sort;
    this.columns = content.columns;
    this.words = query.get('q') ?? '';
    this.#again();
  }

  /** Reads the list anew. */
  refresh() {
    this.#again();
  }

  get whole() {
    return both(this.filter, wordsFilter(this.words));
  }

  get #changed() {
    const {filter, sort, columns} = this.views.content(this.view);
    return filter !== this.filter || sort !== this.sort || columns.join() !== this.columns.join();
  }

  #again() {
    const [filter, sort, facts] = [this.whole, this.sort, asked(this.columns)];
    this.selected = new Set();
    this.everything = false;
    this.fresh = 0;
    this.total = undefined;
    this.problem = undefined;
    this.load = async ({cursor, limit, signal}) => {
      const query = {filter, sort, facts: facts || undefined, limit, cursor};
      return (await this.context.api.get('/api/v1/customers', {query, signal})).body;
    };
    this.#count(filter, this.load);
    this.#remember();
    this.host.requestUpdate();
  }

  async #count(filter, load) {
    try {
      const {body} = await this.context.api.get('/api/v1/customers', {query: {filter, limit: 1, total: true, fields: 'id'}});
      if (load === this.load) {
        this.total = body.total;
        this.host.requestUpdate();
      }
    } catch {
      // The list itself tells what is wrong with the filter.
    }
  }

  /** The address says what is shown, so that it can be kept and sent. */
  #remember() {
    if (this.host.content !== this || !this.host.isConnected) {
      return;
    }
    const query = new URLSearchParams();
    const content = this.views.content(this.view);
    const say = (name, value, usual) => value !== usual && query.set(name, value);
    say('view', this.view, 'all');
    say('filter', this.filter, content.filter);
    say('sort', this.sort, content.sort);
    say('q', this.words, '');
    history.replaceState(history.state, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
  }

  search(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.words = words;
      this.#again();
    }, SEARCH_MILLIS);
  }

  /** Something happened to a customer: a row in sight is read again, a new one is announced. */
  happened(event) {
    if (event.type === 'reset' || event.type === 'registry.CustomerAdded') {
      this.fresh++;
      this.host.requestUpdate();
    } else if (event.customer && this.stale.size < MOST_REFRESHED) {
      this.stale.add(event.customer);
      clearTimeout(this.refreshing);
      this.refreshing = setTimeout(() => this.#freshen(), REFRESH_MILLIS);
    }
  }

  async #freshen() {
    const shown = new Set(this.list?.items.map((row) => row.id));
    const ids = [...this.stale].filter((id) => shown.has(id));
    this.stale.clear();
    if (ids.length) {
      const query = {filter: `id=in=(${ids.join(',')})`, facts: asked(this.columns) || undefined, limit: MOST_REFRESHED};
      const {body} = await this.context.api.get('/api/v1/customers', {query});
      body.items.forEach((row) => this.list?.patch(row));
    }
  }

  /** Writes one cell, unless somebody else was quicker; what was there before can be put back. */
  async save(row, patch) {
    const before = Object.fromEntries(Object.keys(patch).map((key) => [key, row[key] ?? null]));
    try {
      const {body} = await this.#patch(row, patch);
      this.context.notify({kind: 'good', text: this.host.t('list.saved', {name: row.name}), undo: () => this.#patch(body, before)});
    } catch (problem) {
      const text = problem.status === 412 ? this.host.t('conflict') : problem.message;
      this.context.notify({kind: 'bad', text});
      this.stale.add(row.id);
      this.#freshen();
    }
  }

  async #patch(row, patch) {
    const answer = await this.context.api.patch(`/api/v1/customers/${row.id}`, {body: patch, ifMatch: `"${row.version}"`});
    this.list?.patch({...answer.body, facts: row.facts});
    return answer;
  }

  /** Values for a filter to be chosen from. */
  suggest = async (fact, start) => {
    const t = (key) => this.host.t(key);
    switch (fact) {
      case 'owner':
        return this.people.userOptions;
      case 'team':
        return this.people.teamOptions;
      case 'status':
        return STATUSES.map((value) => ({value, label: t(`status.${value}`)}));
      case 'kind':
        return ['person', 'organisation'].map((value) => ({value, label: t(`kind.${value}`)}));
      default:
        return this.facts.find((each) => each.name === fact)?.type === 'text' ? this.#values(fact, start) : [];
    }
  };

  async #values(fact, start) {
    const {body} = await this.context.api.get(`/api/v1/facts/${fact}/values`, {query: {start}});
    return body.items;
  }

  render() {
    const t = (key, values) => this.host.t(key, values);
    if (this.total === 0 && !this.whole && this.view === 'all') {
      return this.#firstRun(t);
    }
    return html`<cl-page flush heading=${t('list.title')} note=${this.total === undefined || NARROW.matches ? '' : t('list.total', {n: this.total})}>
      ${this.#actions(t)}
      <div slot="bar" class="bars">${this.#tabs(t)}${this.#filters(t)}</div>
      ${this.fresh ? html`<button class="news" @click=${() => this.refresh()}><cl-icon name="refresh-cw"></cl-icon>${t('list.fresh', {n: this.fresh})}</button>` : nothing}
      ${this.#body(t)} ${this.selected.size ? bulkBar(this) : nothing} ${this.dialog.render()}
    </cl-page>`;
  }

  #actions(t) {
    const {context} = this;
    const file = `/api/v1/exports/customers?${new URLSearchParams({bom: 'true', ...(this.whole ? {filter: this.whole} : {})})}`;
    return html`<div slot="actions" class="row">
      <label class="search"><span class="hidden-text">${t('list.search')}</span><cl-icon name="search"></cl-icon>
        <input type="search" placeholder=${t('list.search')} .value=${this.words} @input=${(event) => this.search(event.target.value)} /></label>
      ${context.can('customers:export') ? html`<a class="button wide" href=${file} download>${t('list.export')}</a>` : nothing}
      ${context.can('customers:write') ? html`<a class="button primary" href="/app/customers/new"><cl-icon name="plus"></cl-icon><span class="wide">${t('list.new')}</span></a>` : nothing}
    </div>`;
  }

  #tabs(t) {
    return html`<cl-tabs label=${t('view.tabs')} .tabs=${this.views.tabs} selected=${this.view} @select=${(event) => this.show(event.detail)}></cl-tabs>`;
  }

  #filters(t) {
    const current = this.views.saved.find((each) => each.id === this.view);
    const own = this.views.isOwn(current);
    return html`<div class="filters">
      <cl-filter .facts=${this.facts.filter((fact) => fact.type !== 'words')} .value=${this.filter} .suggest=${this.suggest}
        .show=${(fact, value) => this.factColumns.text(fact, 'text', value)} .problem=${this.problem}
        @cl-change=${(event) => { this.filter = event.detail.value; this.#again(); }}></cl-filter>
      <span class="space"></span>
      ${own && this.#changed ? html`<button class="quiet" @click=${() => this.dialog.overwrite(current)}>${t('view.update')}</button>` : nothing}
      <button class="quiet" @click=${() => this.dialog.open(current)}><cl-icon name="bookmark"></cl-icon><span class="wide">${t('view.save')}</span></button>
      ${own ? html`<button class="quiet icon" aria-label=${t('view.remove', {name: current.name})} @click=${() => this.dialog.remove(current)}><cl-icon name="trash-2"></cl-icon></button>` : nothing}
      <button class="quiet" @click=${() => this.dialog.chooseColumns()}><cl-icon name="columns-3"></cl-icon><span class="wide">${t('list.columns')}</span></button>
    </div>`;
  }

  #body(t) {
    if (this.state.state === 'failed' && !this.state.count && !this.problem) {
      return html`<cl-error .problem=${this.state.problem} @retry=${() => this.refresh()}></cl-error>`;
    }
    const none = this.state.state === 'ready' && !this.state.count;
    return html`
      <cl-list selectable name=${t('list.title')} .columns=${this.factColumns.of(this.columns)} .load=${this.load} .sort=${this.sort} .selected=${this.selected}
        .href=${(row) => `/app/customers/${row.id}`} .label=${(row) => row.name} ?hidden=${none}
        @cl-open=${(event) => this.context.navigate(`customers/${event.detail.row.id}`)}
        @cl-select=${(event) => { this.selected = event.detail.selected; this.everything = false; this.host.requestUpdate(); }}
        @cl-sort=${(event) => { this.sort = event.detail.sort; this.#again(); }}
        @cl-state=${(event) => this.#told(event.detail)}></cl-list>
      ${none ? html`<cl-empty icon="search" heading=${t('list.none')}>${t('list.none.text')}
        <button slot="action" @click=${() => { this.filter = ''; this.words = ''; this.#again(); }}>${t('list.none.clear')}</button></cl-empty>` : nothing}`;
  }

  #told(state) {
    this.state = state;
    const wrong = state.problem?.errors?.some((error) => ['filter', '/filter', 'sort'].includes(error.pointer));
    this.problem = state.state === 'failed' && wrong ? state.problem : undefined;
    this.host.requestUpdate();
  }

  #firstRun(t) {
    const {context} = this;
    return html`<cl-page heading=${t('list.title')}>
      <cl-empty icon="users" heading=${t('first.title')}>${t('first.text')}
        <div slot="action" class="row first">
          ${context.can('customers:import') ? html`<a class="button primary" href="/app/imports"><cl-icon name="upload"></cl-icon>${t('first.import')}</a>` : nothing}
          ${context.can('customers:write') ? html`<a class="button" href="/app/customers/new"><cl-icon name="user-plus"></cl-icon>${t('list.new')}</a>` : nothing}
          ${context.can('customers:import') ? html`<button @click=${() => this.#example()}><cl-icon name="wand-sparkles"></cl-icon>${t('first.example')}</button>` : nothing}
        </div>
      </cl-empty>
    </cl-page>`;
  }

  async #example() {
    try {
      await loadExample(this.context);
      this.context.notify({kind: 'good', text: this.host.t('first.loaded')});
    } catch (problem) {
      this.context.notify({kind: 'bad', text: problem.message});
    }
    this.refresh();
  }
}
