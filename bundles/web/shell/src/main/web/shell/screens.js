/**
 * @typedef {object} Contribution
 * @property {string} kind
 * @property {string} name
 * @property {string} [path]
 * @property {string} [place]
 * @property {string} [module]
 * @property {Record<string, string>} title
 * @property {Record<string, string>} [keywords]
 * @property {string} [icon]
 * @property {string} [group]
 * @property {number} [order]
 * @property {string} [permission]
 * @property {Bundle} bundle
 */

/**
 * @typedef {object} Bundle
 * @property {string} bundle its symbolic name
 * @property {string} generation
 * @property {string} base where its files are
 * @property {Record<string, string>} name
 * @property {Record<string, string>} texts addresses of its texts by language
 * @property {Contribution[]} contributions
 */

const DEFAULT_ORDER = 100;

/** What all installed bundles contribute at the moment. */
export class Screens extends EventTarget {
  constructor() {
    super();
    /** @type {Bundle[]} */
    this.bundles = [];
    /** @type {Contribution[]} */
    this.all = [];
    this.shell = '';
    /** As the server told it last. @type {{shell: string, bundles: Bundle[]} | undefined} */
    this.snapshot = undefined;
    this.known = false;
    /** Where the present ones are told. */
    this.announced = '';
  }

  /** Asks for a snapshot where none comes with the events, as without a connection. */
  async load() {
    if (this.known) {
      return;
    }
    try {
      const answer = await fetch('/api/v1/screens', {headers: {Accept: 'application/json'}});
      if (answer.ok && !this.known) {
        this.take(await answer.json());
      }
    } catch (failure) {
      // Nothing keeps answers yet, and there is no connection: the stream announces the screens as soon as there is one.
      console.info(failure);
    }
  }

  /** Reads the screens that were announced, unless others are meanwhile. @param {{at: string}} announced */
  async follow({at}) {
    this.announced = at;
    try {
      const answer = await fetch(at);
      if (answer.ok && this.announced === at) {
        this.take(await answer.json());
      }
    } catch (failure) {
      // The stream that announced them is broken too: its next beginning announces them again.
      console.info(failure);
    }
  }

  /** Takes a snapshot of the server. @param {{shell: string, bundles: Bundle[]}} snapshot */
  take(snapshot) {
    this.snapshot = snapshot;
    this.bundles = snapshot.bundles;
    this.all = snapshot.bundles
      .flatMap((bundle) => bundle.contributions.map((contribution) => ({...contribution, bundle})))
      .sort((a, b) => (a.order ?? DEFAULT_ORDER) - (b.order ?? DEFAULT_ORDER) || a.name.localeCompare(b.name));
    this.outdated = this.known && this.shell !== snapshot.shell;
    this.shell = this.shell || snapshot.shell;
    this.known = true;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} kind @param {string} [place] */
  of(kind, place) {
    return this.all.filter((each) => each.kind === kind && (place === undefined || each.place === place));
  }

  /** The page or settings whose path says most of an address, and what follows its path. @param {string} address without `/app/` */
  at(address) {
    const found = this.all
      .filter(({kind, path}) => (kind === 'page' || kind === 'settings') && path !== undefined && covers(path, address))
      .sort((a, b) => (b.path ?? '').length - (a.path ?? '').length)[0];
    return found && {page: found, rest: address.slice((found.path ?? '').length).replace(/^\//, '')};
  }
}

/** @param {string} path @param {string} address */
function covers(path, address) {
  return path === '' ? address === '' : address === path || address.startsWith(`${path}/`);
}
