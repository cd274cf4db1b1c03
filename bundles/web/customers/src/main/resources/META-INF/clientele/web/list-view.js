import {Bulk} from './bulk.js';
import {Columns} from './columns.js';
import {listKeys, listPage} from './list-page.js';
import {ListSource} from './list-source.js';
import {both, wordsFilter} from './query.js';
import {suggestions} from './suggestions.js';
import {ViewDialog} from './view-dialog.js';
import {Views} from './views.js';

const SEARCH_MILLIS = 250;

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
    this.fresh = 0;
    this.problem = undefined;
    const changed = () => host.requestUpdate();
    this.views = new Views(this.context, changed);
    this.factColumns = new Columns({context: this.context, people, facts: () => this.facts, save: (row, patch) => this.save(row, patch)});
    this.dialog = new ViewDialog(this, changed);
    this.bulk = new Bulk(this.context, () => this.refresh());
    this.source = new ListSource(this.context.api, {changed, patch: (row) => this.list?.patch(row), shown: () => this.list?.items ?? []});
  }

  get context() {
    return this.host.context;
  }

  get isReady() {
    return this.source.load !== undefined;
  }

  /** How many there are, once that is known. */
  get total() {
    return this.source.total;
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

  /** Whether what is shown differs from what the view holds. */
  get isChanged() {
    const {filter, sort, columns} = this.views.content(this.view);
    return filter !== this.filter || sort !== this.sort || columns.join() !== this.columns.join();
  }

  #again() {
    this.state = {state: 'empty', count: 0};
    this.selected = new Set();
    this.everything = false;
    this.fresh = 0;
    this.problem = undefined;
    this.source.begin({filter: this.whole, sort: this.sort, columns: this.columns});
    this.#remember();
    this.host.requestUpdate();
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
    } else if (event.customer) {
      this.source.stale(event.customer);
    }
  }

  /** Writes one cell, unless somebody else was quicker; what was there before can be put back. */
  async save(row, patch) {
    const before = Object.fromEntries(Object.keys(patch).map((key) => [key, row[key] ?? null]));
    try {
      const {body} = await this.#patch(row, patch);
      this.context.notify({kind: 'good', text: this.host.t('list.saved', {name: row.name}), undo: () => this.#patch(body, before)});
    } catch (failure) {
      const problem = /** @type {any} */ (failure);
      const text = problem.status === 412 ? this.host.t('conflict') : problem.message;
      this.context.notify({kind: 'bad', text});
      this.source.stale(row.id);
    }
  }

  async #patch(row, patch) {
    const answer = await this.context.api.patch(`/api/v1/customers/${row.id}`, {body: patch, ifMatch: `"${row.version}"`});
    this.list?.patch({...answer.body, facts: row.facts});
    return answer;
  }

  /** Values for a filter to be chosen from. */
  suggest = (fact, start) => suggestions(this, fact, start);

  /** Narrows the list. */
  narrow(filter, words = this.words) {
    this.filter = filter;
    this.words = words;
    this.#again();
  }

  sortBy(sort) {
    this.sort = sort;
    this.#again();
  }

  choose(selected) {
    this.selected = selected;
    this.everything = false;
    this.host.requestUpdate();
  }

  /** Hears how reading the list goes. */
  told(state) {
    this.state = state;
    if (state.state === 'ready') {
      this.source.count(state);
    }
    const wrong = state.problem?.errors?.some((error) => ['filter', '/filter', 'sort'].includes(error.pointer));
    this.problem = state.state === 'failed' && wrong ? state.problem : undefined;
    this.host.requestUpdate();
  }

  get keys() {
    return listKeys(this);
  }

  render() {
    return listPage(this);
  }
}
