/** @typedef {import('./shapes.js').Row} Row */

/** The rows of a list as far as they were read: pages follow each other by cursors, and one page is read at a time. */
export class Rows {
  /**
   * @param {(page: {cursor?: string, limit: number, signal: AbortSignal}) => Promise<import('./shapes.js').Page<Row>>} load
   * @param {() => void} changed called whenever something is new
   * @param {{items: Row[], next?: string, total?: number}} [read] what was read before, to be gone on from
   */
  constructor(load, changed, read) {
    this.load = load;
    this.changed = changed;
    this.items = read?.items ?? /** @type {Row[]} */ ([]);
    this.next = read?.next;
    this.total = read?.total;
    this.state = /** @type {'empty' | 'loading' | 'ready' | 'failed' | 'gone'} */ (read ? 'ready' : 'empty');
    /** @type {unknown} */
    this.problem = undefined;
    this.abort = new AbortController();
  }

  /** Enough to fill a window and what is read ahead, and little enough to come in without a stutter while somebody scrolls. */
  static PAGE = 100;
  /** For whoever has come to the end of what was read, and waits. */
  static GREAT_PAGE = 200;

  get done() {
    return this.state === 'ready' && !this.next;
  }

  get isGone() {
    return this.state === 'gone';
  }

  /** Reads on if there is more and nothing is being read. @param {boolean} [atEnd] whether the last row that was read is in sight */
  async more(atEnd = false) {
    if (this.state === 'loading' || this.done || this.isGone) {
      return;
    }
    const first = this.state === 'empty' || (this.state === 'failed' && !this.items.length);
    this.state = 'loading';
    this.changed();
    try {
      const page = await this.load({
        cursor: first ? undefined : this.next,
        limit: atEnd ? Rows.GREAT_PAGE : Rows.PAGE,
        signal: this.abort.signal,
      });
      if (this.isGone) {
        return;
      }
      this.items = first ? page.items : this.items.concat(page.items);
      this.next = page.next ?? undefined;
      this.total = page.total ?? this.total;
      this.state = 'ready';
      this.problem = undefined;
    } catch (problem) {
      if (this.isGone) {
        return;
      }
      this.state = 'failed';
      this.problem = problem;
    }
    this.changed();
  }

  /** Forgets what was asked for; whatever is still on its way is dropped. */
  drop() {
    this.state = 'gone';
    this.abort.abort();
  }

  /** Puts `row` in the place of the row with the same key. @param {string} key @param {Row} row */
  patch(key, row) {
    const at = this.items.findIndex((each) => each[key] === row[key]);
    if (at >= 0) {
      this.items = this.items.with(at, row);
      this.changed();
    }
    return at >= 0;
  }
}
