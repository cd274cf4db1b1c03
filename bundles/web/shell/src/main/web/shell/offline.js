/** @typedef {import('./screens.js').Screens} Screens */
/** @typedef {import('./session.js').Session} Session */

/** When the page has nothing better to do any more: so long after its start, and when nobody has done anything for a while. */
const LATER_MILLIS = 5000;
const REST_MILLIS = 1000;
const DEEDS = ['wheel', 'keydown', 'pointerdown', 'touchmove'];

const MOST_EARLY = 30;

/** Begins the names of the caches of what was read, and is that of earlier versions; the user's id ends them. The worker knows it too. */
const READ = 'cl-read';

/** @typedef {{url: string, tag: string, text: string}} Taken an answer that was read */

/** What was read before there was a worker to keep it. @type {Promise<Taken | undefined>[]} */
let early = [];
/** Whose that is. */
let owner = '';

/** Lets the product be used without a connection; browsers that cannot do that go without. */
export const offline = {
  /** @param {Screens} screens @param {Session} session */
  start(screens, session) {
    if (!navigator.serviceWorker) {
      return;
    }
    setTimeout(async () => {
      await (navigator.serviceWorker.controller ?? rest());
      document.head.append(manifest());
      if (!(await registered())) {
        return;
      }
      screens.addEventListener('change', () => this.keep(screens, session));
      this.keep(screens, session);
    }, navigator.serviceWorker.controller ? 0 : LATER_MILLIS);
  },

  /** Remembers an answer for the worker that is not there yet. @param {string} url @param {Response} answer nobody has read its body yet */
  read(url, answer) {
    const isAwaited = navigator.serviceWorker && !navigator.serviceWorker.controller;
    if (isAwaited && early.length < MOST_EARLY && !new URL(url, location.origin).searchParams.has('cursor')) {
      early.push(taken(url, answer.clone()));
    }
  },

  /**
   * Names the files that are in use, hands over what came before the worker was there, and the screens, which come with the events.
   * @param {Screens} screens @param {Session} session
   */
  async keep({bundles, shell, snapshot, announced}, {user, permissions, scope}) {
    if (shell && user?.id === owner) {
      const {active} = await navigator.serviceWorker.ready;
      const loaded = performance.getEntriesByType('resource').map(({name}) => name);
      const keep = [`/web/${shell}/`, ...bundles.map(({base}) => base), ...(announced ? [announced] : [])];
      const given = early;
      early = [];
      const answers = (await Promise.all(given)).filter((each) => each !== undefined);
      active?.postMessage({keep, loaded, owner: user.id, session: {user, permissions, scope}, snapshot, answers});
    }
  },

  /** What is read from now on is this user's; what was kept for others goes. @param {string} user */
  async belongTo(user) {
    if (user !== owner) {
      early = [];
      owner = user;
    }
    await keepOnly(`${READ}-${user}`);
  },

  /** Forgets what was read, for whoever comes next. */
  async forget() {
    early = [];
    owner = '';
    await keepOnly();
  },
};

/**
 * Deletes what was read. The page does: it cannot reach the worker when it was loaded past it.
 * @param {string} [name] the one cache that stays, or is made
 */
async function keepOnly(name) {
  if (!navigator.serviceWorker) {
    return;
  }
  try {
    await navigator.locks.request(READ, async () => {
      const others = (await caches.keys()).filter((each) => each.startsWith(READ) && each !== name);
      await Promise.all(others.map((each) => caches.delete(each)));
      await (name && caches.open(name));
    });
  } catch (failure) {
    console.warn('The browser does not let go of what was read, or keep it', failure);
  }
}

/** Registers the worker; a browser that does not take it, as without a connection or in a private window, goes without. */
async function registered() {
  try {
    return await navigator.serviceWorker.register('/worker.js', {scope: '/'});
  } catch (failure) {
    console.info(failure);
    return undefined;
  }
}

/** Waits until nobody does anything. @returns {Promise<void>} */
function rest() {
  return new Promise((resolve) => {
    const over = new AbortController();
    const begin = () => setTimeout(() => (over.abort(), resolve()), REST_MILLIS);
    let timer = begin();
    const again = () => {
      clearTimeout(timer);
      timer = begin();
    };
    DEEDS.forEach((deed) => addEventListener(deed, again, {capture: true, passive: true, signal: over.signal}));
  });
}

/** What makes it an application to be installed; nothing waits for it. */
function manifest() {
  const link = document.createElement('link');
  return Object.assign(link, {rel: 'manifest', href: new URL('manifest.webmanifest', import.meta.url).href});
}

/** Reads an answer to its end; one that nobody waits for any more is none. @param {string} url @param {Response} answer @returns {Promise<Taken | undefined>} */
async function taken(url, answer) {
  try {
    return {url, tag: answer.headers.get('ETag') ?? '', text: await answer.text()};
  } catch {
    return undefined;
  }
}
