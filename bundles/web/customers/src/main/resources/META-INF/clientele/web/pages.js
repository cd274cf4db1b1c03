/** @typedef {import('@clientele/ui').Refusal} Refusal */

/** A list that is read page by page on demand. @template T */
export class Pages {
  /** @param {import('@clientele/ui').Api} api @param {string} path @param {() => void} changed @param {number} [limit] */
  constructor(api, path, changed, limit = 50) {
    this.api = api;
    this.path = path;
    this.changed = changed;
    this.limit = limit;
    this.items = /** @type {T[]} */ ([]);
    this.next = /** @type {string | undefined} */ (undefined);
    this.busy = false;
    this.read = false;
    this.problem = /** @type {Refusal | undefined} */ (undefined);
  }

  /** Reads the first page, in the place of all that was read before. */
  async begin() {
    await this.#page(undefined, []);
  }

  async more() {
    if (this.next && !this.busy) {
      await this.#page(this.next, this.items);
    }
  }

  /** @param {string | undefined} cursor @param {T[]} before */
  async #page(cursor, before) {
    this.busy = true;
    this.changed();
    try {
      const answer = await this.api.get(this.path, {query: {limit: this.limit, cursor}});
      const {items, next} = /** @type {import('@clientele/ui').Page<T>} */ (answer.body);
      this.items = [...before, ...items];
      this.next = next ?? undefined;
      this.problem = undefined;
    } catch (problem) {
      this.problem = /** @type {Refusal} */ (problem);
    }
    this.busy = false;
    this.read = true;
    this.changed();
  }
}
