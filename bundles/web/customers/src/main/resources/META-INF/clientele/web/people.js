const MOST_PAGES = 20;

/** The users and teams by id, read once for a screen and again when a name is missing. */
export class People {
  /** @param {any} context @param {() => void} changed */
  constructor(context, changed) {
    this.context = context;
    this.changed = changed;
    this.users = new Map();
    this.teams = new Map();
  }

  async load() {
    const [users, teams] = await Promise.all([this.#all('/api/v1/users'), this.#all('/api/v1/teams')]);
    this.users = new Map(users.map((user) => [user.id, user]));
    this.teams = new Map(teams.map((team) => [team.id, team]));
    this.changed();
  }

  async #all(path) {
    const all = [];
    let cursor;
    for (let page = 0; page < MOST_PAGES; page++) {
      const {body} = await this.context.api.get(path, {query: {limit: 200, cursor}});
      all.push(...body.items);
      cursor = body.next;
      if (!cursor) {
        break;
      }
    }
    return all;
  }

  /** A user's name; for an unknown one nothing. */
  user(id) {
    const user = this.users.get(id);
    return user ? user.name || user.login : '';
  }

  team(id) {
    return this.teams.get(id)?.name ?? '';
  }

  /** The users that customers can be given to. */
  get userOptions() {
    return [...this.users.values()]
      .filter((user) => user.active)
      .map((user) => ({value: user.id, label: user.name || user.login}))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  get teamOptions() {
    return [...this.teams.values()].map((team) => ({value: team.id, label: team.name})).sort((a, b) => a.label.localeCompare(b.label));
  }
}
