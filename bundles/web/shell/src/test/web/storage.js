// What a browser keeps answers in, in memory; Deno has no such thing, or another one.

/** @param {string | URL | {url: string}} key */
const urlOf = (key) => new URL(typeof key === 'object' && 'url' in key ? key.url : key, location.href).href;

class MemoryCache {
  constructor() {
    /** @type {Map<string, Response>} */
    this.answers = new Map();
  }

  async match(key) {
    return this.answers.get(urlOf(key))?.clone();
  }

  async put(key, answer) {
    this.answers.set(urlOf(key), answer);
  }

  async delete(key) {
    return this.answers.delete(urlOf(key));
  }

  async keys() {
    return [...this.answers.keys()].map((url) => ({url}));
  }

  async add(key) {
    await this.put(key, await fetch(key));
  }
}

/** Begins anew with empty caches, whose names and contents are in the map, and gives what a page or a worker needs of its browser. */
export function emptyStorage() {
  /** @type {Map<string, MemoryCache>} */
  const kept = new Map();
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  const locks = {
    request(/** @type {any[]} */ ...given) {
      const work = given.at(-1);
      return (last = last.then(() => work()));
    },
  };
  const caches = {
    keys: async () => [...kept.keys()],
    delete: async (name) => kept.delete(name),
    open: async (name) => kept.set(name, kept.get(name) ?? new MemoryCache()).get(name),
  };
  const define = (target, name, value) => Object.defineProperty(target, name, {value, configurable: true, writable: true});
  define(globalThis, 'caches', caches);
  define(navigator, 'locks', locks);
  define(navigator, 'serviceWorker', {controller: null});
  return kept;
}
