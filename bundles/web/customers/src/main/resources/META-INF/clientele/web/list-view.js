import {Bulk} from './bulk.js';
import {Columns} from './columns.js';
import {remember} from './list-address.js';
import {listKeys, listPage} from './list-page.js';
import {ListSource} from './list-source.js';
import {both, wordsFilter} from './query.js';
import {saveCell} from './saved-cell.js';
import {suggestions} from './suggestions.js';
import {ViewDialog} from './view-dialog.js';
import {Views} from './views.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('@clientele/ui').Refusal} Refusal */
/** @typedef {import('@clientele/ui').ListState} ListState */
/** @typedef {Element & {items: Customer[], seen: Customer[], patch: (row: Customer) => boolean, focus: () => void}} List */

const SEARCH_MILLIS = 250;

/** The list of customers: what is shown, how it is found, and what is done with those that are chosen. */
export class ListView {
  /** @param {import('./customers.js').default} host @param {import('./people.js').People} people */
  constructor(host, people) {
    this.host = host;
    this.people = people;
    this.facts = /** @type {import('@clientele/ui').Fact[]} */ ([]);
    this.filter = '';
    this.sort = 'name';
    this.columns = /** @type {string[]} */ ([]);
    this.words = '';
    this.view = 'all';
    this.selected = /** @type {Set<string>} */ (new Set());
    this.everything = false;
    this.state = /** @type {ListState} */ ({state: 'empty', count: 0, more: false});
    this.fresh = 0;
    /** Who changed while another page was shown; nothing if that is not known. @type {Set<string> | undefined} */
    this.changed = undefined;
    /** What is wrong with the filter or the order. @type {Refusal | undefined} */
    this.problem = undefined;
    /** How far the example is that is being loaded. @type {{kind: string, done: number, all: number} | undefined} */
    this.example = undefined;
    const changed = () => host.requestUpdate();
    this.views = new Views(this.context, changed);
    this.factColumns = new Columns({context: this.context, people, facts: () => this.facts, save: (row, patch) => saveCell(this, row, patch)});
    this.dialog = new ViewDialog(this, changed);
    this.bulk = new Bulk(this.context, () => this.refresh());
    this.source = new ListSource(this.context.api, {changed, patch: (row) => this.list?.patch(row), shown: () => this.items});
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
    return /** @type {List | null} */ (this.host.renderRoot.querySelector('cl-list'));
  }

  /** The customers that were read. */
  get items() {
    return this.list?.items ?? [];
  }

  /** Begins with what the address says. @param {URLSearchParams} query */
  async begin(query) {
    const [facts] = await Promise.all([this.context.api.get('/api/v1/facts'), this.views.load()]);
    this.facts = /** @type {{items: import('@clientele/ui').Fact[]}} */ (facts.body).items;
    this.show(query.get('view') ?? 'all', query);
  }

  /** Shows a tab, changed by what an address says of it. @param {string} view */
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
    this.state = {state: 'empty', count: 0, more: false};
    this.selected = new Set();
    this.everything = false;
    this.fresh = 0;
    this.problem = undefined;
    this.source.begin({filter: this.whole, sort: this.sort, columns: this.columns});
    remember(this);
    this.host.requestUpdate();
  }

  /** @param {string} words */
  search(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.words = words;
      this.#again();
    }, SEARCH_MILLIS);
  }

  /** Something happened to a customer: a row in sight is read again, a new one is announced. @param {import('@clientele/ui').Happened} event */
  happened(event) {
    if (event.type === 'reset' || event.type === 'registry.CustomerAdded') {
      this.fresh++;
      this.host.requestUpdate();
    } else if (event.customer) {
      this.source.stale(event.customer);
    }
  }

  /** Something happened while another page is shown in the place of the list. @param {import('@clientele/ui').Happened} event */
  missed(event) {
    if (event.type === 'reset') {
      this.changed = undefined;
    } else if (event.customer && event.type !== 'registry.CustomerAdded') {
      this.changed?.add(event.customer);
    }
    this.fresh += event.type === 'registry.CustomerAdded' ? 1 : 0;
  }

  /** Somebody came back to the rows that were read before: of those in sight, whoever changed since is read again. */
  #freshen() {
    const {changed} = this;
    this.changed = new Set();
    const seen = this.list?.seen ?? [];
    (changed ? this.items.filter((row) => changed.has(row.id)) : seen).forEach((row) => this.source.stale(row.id));
  }

  /** What the list shows, by which it is known again. */
  get memory() {
    const {filter, sort, columns} = this.source.wanted;
    return ['customers', filter, sort, columns.join()].join(' ');
  }

  /** Values for a filter to be chosen from. @param {string} fact @param {string} start */
  suggest = (fact, start) => suggestions(this, fact, start);

  /** Narrows the list. @param {string} filter */
  narrow(filter, words = this.words) {
    this.filter = filter;
    this.words = words;
    this.#again();
  }

  /** @param {string} sort */
  sortBy(sort) {
    this.sort = sort;
    this.#again();
  }

  /** @param {Set<string>} selected */
  choose(selected) {
    this.selected = selected;
    this.everything = false;
    this.host.requestUpdate();
  }

  /** Hears how reading the list goes. @param {ListState} state */
  told(state) {
    const follows = this.state.count > 0 && state.count > 0 && ![this.state.state, state.state].includes('failed');
    this.state = state;
    if (state.state === 'ready') {
      this.source.count(state);
    }
    if (state.kept) {
      this.#freshen();
    } else if (state.state === 'ready') {
      this.changed ??= new Set();
    }
    const problem = /** @type {Refusal | undefined} */ (state.problem);
    const wrong = problem?.errors?.some((error) => ['filter', '/filter', 'sort'].includes(error.pointer));
    this.problem = state.state === 'failed' && wrong ? problem : undefined;
    // What stands around the list does not change with rows that follow others, and somebody may be scrolling.
    if (!follows || this.selected.size) {
      this.host.requestUpdate();
    }
  }

  get keys() {
    return listKeys(this);
  }

  render() {
    return listPage(this);
  }
}
