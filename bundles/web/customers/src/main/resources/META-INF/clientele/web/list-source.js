import {asked} from './columns.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('@clientele/ui').Page<Customer>} Page */
/** @typedef {(page: {cursor?: string, limit: number, signal?: AbortSignal}) => Promise<Page>} Load */

const REFRESH_MILLIS = 400;
const MOST_REFRESHED = 50;

/** Where the rows of a list come from, and how those in sight are kept as they are on the server. */
export class ListSource {
  /** @param {import('@clientele/ui').Api} api @param {{changed: () => void, patch: (row: Customer) => void, shown: () => Customer[]}} list */
  constructor(api, list) {
    this.api = api;
    this.list = list;
    this.wanted = {filter: '', sort: 'name', columns: /** @type {string[]} */ ([])};
    /** Reads a page; a new function is a new list. @type {Load | undefined} */
    this.load = undefined;
    /** How many there are; counted once the first rows are there, as it costs the server a second look. @type {number | undefined} */
    this.total = undefined;
    /** @type {Load | undefined} */
    this.counted = undefined;
    this.waiting = /** @type {Set<string>} */ (new Set());
    /** @type {AbortController | undefined} */
    this.counting = undefined;
  }

  /** @param {{filter: string, sort: string, columns: string[]}} wanted */
  begin(wanted) {
    this.wanted = wanted;
    this.counting?.abort();
    this.total = undefined;
    this.load = async ({cursor, limit, signal}) => {
      const query = {filter: wanted.filter, sort: wanted.sort, facts: this.#facts, limit, cursor};
      return (await this.api.get('/api/v1/customers', {query, signal})).body;
    };
  }

  get #facts() {
    return asked(this.wanted.columns) || undefined;
  }

  /** Counts what is there, unless the list shows all of it. @param {{count: number, more: boolean}} read */
  async count({count, more}) {
    const {load} = this;
    if (!more) {
      this.counting?.abort();
      this.#counted(count, load);
    } else if (this.counted !== load) {
      this.counted = load;
      this.counting = new AbortController();
      try {
        const query = {filter: this.wanted.filter, limit: 1, total: true, fields: 'id'};
        const answer = await this.api.get('/api/v1/customers', {query, signal: this.counting.signal});
        this.#counted(/** @type {Page} */ (answer.body).total, load);
      } catch {
        // The list itself tells what is wrong with the filter; without a count it says how many it shows.
      }
    }
  }

  /** @param {number | undefined} total @param {Load | undefined} load */
  #counted(total, load) {
    if (load === this.load && this.total !== total) {
      this.total = total;
      this.list.changed();
    }
  }

  /** Something happened to a customer: if it is shown, it is read again. @param {string} id */
  stale(id) {
    if (this.waiting.size < MOST_REFRESHED) {
      this.waiting.add(id);
      clearTimeout(this.refreshing);
      this.refreshing = setTimeout(() => this.#freshen(), REFRESH_MILLIS);
    }
  }

  async #freshen() {
    const shown = new Set(this.list.shown().map((row) => row.id));
    const ids = [...this.waiting].filter((id) => shown.has(id));
    this.waiting.clear();
    if (ids.length) {
      const query = {filter: `id=in=(${ids.join(',')})`, facts: this.#facts, limit: MOST_REFRESHED};
      const answer = await this.api.get('/api/v1/customers', {query});
      /** @type {Page} */ (answer.body).items.forEach((row) => this.list.patch(row));
    }
  }

  /** Where the list is to be had as a file: what it shows, in its order. */
  get file() {
    const {filter, sort, columns} = this.wanted;
    const query = new URLSearchParams({bom: 'true', facts: columns.join(','), sort});
    if (filter) {
      query.set('filter', filter);
    }
    return `/api/v1/exports/customers?${query}`;
  }
}
