/** A list that is read page by page on demand. */
export class Pages {
  /** @param {any} api @param {string} path @param {() => void} changed @param {number} [limit] */
  constructor(api, path, changed, limit = 50) {
    this.api = api;
    this.path = path;
    this.changed = changed;
    this.limit = limit;
    this.items = [];
    this.next = undefined;
    this.busy = false;
    this.read = false;
    this.problem = undefined;
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

  async #page(cursor, before) {
    this.busy = true;
    this.changed();
    try {
      const {body} = await this.api.get(this.path, {query: {limit: this.limit, cursor}});
      this.items = [...before, ...body.items];
      this.next = body.next ?? undefined;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.read = true;
    this.changed();
  }
}
