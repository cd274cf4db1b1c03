const PREFIX = 'cl-draft:';
const KEPT_DAYS = 14;
const DAY_MILLIS = 86_400_000;

/** What somebody typed and has not sent: kept in this browser, for this user, across reloads and a module's going and coming. */
export class Drafts {
  /** @param {string} owner the user and the bundle that it belongs to */
  constructor(owner) {
    this.prefix = `${PREFIX}${owner}:`;
  }

  /** @param {string} key */
  get(key) {
    const kept = localStorage.getItem(this.prefix + key);
    return kept ? JSON.parse(kept).value : undefined;
  }

  /** @param {string} key @param {unknown} value */
  set(key, value) {
    try {
      localStorage.setItem(this.prefix + key, JSON.stringify({value, at: Date.now()}));
    } catch (failure) {
      console.warn('A draft is not kept: the browser has no room for it', failure);
    }
  }

  /** @param {string} key */
  clear(key) {
    localStorage.removeItem(this.prefix + key);
  }

  /** Forgets all drafts, or those that nobody touched for two weeks. @param {boolean} all */
  static forget(all) {
    const since = Date.now() - KEPT_DAYS * DAY_MILLIS;
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
      if (all || (JSON.parse(localStorage.getItem(name) ?? '{}').at ?? 0) < since) {
        localStorage.removeItem(name);
      }
    }
  }
}
