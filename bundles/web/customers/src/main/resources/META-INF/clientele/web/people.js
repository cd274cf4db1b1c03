/** @typedef {import('./shapes.js').User} User */
/** @typedef {import('./shapes.js').Team} Team */
/** @typedef {import('@clientele/ui').Option} Option */

const MOST_PAGES = 20;

/** The users and teams by id, read once for a screen, when the first of them is asked for. */
export class People {
  /** @param {import('@clientele/ui').Context} context @param {() => void} changed */
  constructor(context, changed) {
    this.context = context;
    this.changed = changed;
    this.reading = /** @type {Promise<void> | undefined} */ (undefined);
    this.users = /** @type {Map<string, User>} */ (new Map());
    this.teams = /** @type {Map<string, Team>} */ (new Map());
  }

  /** Reads them unless that has begun; whoever shows names is told when they are there. */
  load() {
    this.reading ??= this.#read().catch((problem) => this.context.notify({kind: 'bad', text: problem.message}));
    return this.reading;
  }

  async #read() {
    const [users, teams] = await Promise.all([this.#all('/api/v1/users'), this.#all('/api/v1/teams')]);
    this.users = new Map(/** @type {User[]} */ (users).map((user) => [user.id, user]));
    this.teams = new Map(/** @type {Team[]} */ (teams).map((team) => [team.id, team]));
    this.changed();
  }

  /** @param {string} path */
  async #all(path) {
    const all = /** @type {unknown[]} */ ([]);
    let cursor = /** @type {string | null | undefined} */ (undefined);
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.context.api.get(path, {query: {limit: 200, cursor}});
      const {items, next} = /** @type {import('@clientele/ui').Page<unknown>} */ (answer.body);
      all.push(...items);
      cursor = next;
      if (!cursor) {
        break;
      }
    }
    return all;
  }

  /** A user's name; for an unknown one nothing. @param {string | null | undefined} id */
  user(id) {
    this.load();
    const user = this.users.get(id ?? '');
    return user ? user.name || user.login : '';
  }

  /** @param {string | null | undefined} id */
  team(id) {
    this.load();
    return this.teams.get(id ?? '')?.name ?? '';
  }

  /** The users that customers can be given to. @returns {Option[]} */
  get userOptions() {
    this.load();
    return [...this.users.values()]
      .filter((user) => user.active)
      .map((user) => ({value: user.id, label: user.name || user.login}))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  /** @returns {Option[]} */
  get teamOptions() {
    this.load();
    return [...this.teams.values()].map((team) => ({value: team.id, label: team.name})).sort((a, b) => a.label.localeCompare(b.label));
  }
}
