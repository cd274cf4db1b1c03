const PAGE = 50;

/** A list that is read page by page on demand. */
export class Pages {
  /** @param {import('@clientele/ui').Screen} host @param {string} path @param {Record<string, unknown>} [query] what the list is asked for with */
  constructor(host, path, query = {}) {
    this.host = host;
    this.path = path;
    this.query = query;
    this.items = /** @type {any[]} */ ([]);
    /** How many there are in all, if that was asked for. */
    this.total = /** @type {number | undefined} */ (undefined);
    this.next = /** @type {string | undefined} */ (undefined);
    this.busy = false;
    this.read = false;
    this.problem = /** @type {any} */ (undefined);
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

  /** @param {string | undefined} cursor @param {any[]} before */
  async #page(cursor, before) {
    this.busy = true;
    this.host.requestUpdate();
    try {
      const {body} = await this.host.context.api.get(this.path, {query: {limit: PAGE, ...this.query, cursor, total: cursor ? undefined : this.query.total}});
      this.items = [...before, ...body.items];
      this.total = body.total ?? (cursor ? this.total : undefined);
      this.next = body.next ?? undefined;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.read = true;
    this.host.requestUpdate();
  }
}

const MOST_PAGES = 20;

/** Everything of a list that is never long. @param {import('@clientele/ui').Screen['context']} context @param {string} path @returns {Promise<any[]>} */
export async function everything(context, path) {
  const all = [];
  let cursor;
  for (let page = 0; page < MOST_PAGES; page++) {
    const {body} = await context.api.get(path, {query: {limit: 200, cursor}});
    all.push(...body.items);
    cursor = body.next;
    if (!cursor) {
      break;
    }
  }
  return all;
}
