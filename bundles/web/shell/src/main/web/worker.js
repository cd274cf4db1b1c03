/// <reference lib="webworker" />
// Keeps the product usable without a connection: its own files, those of modules, and what was read last.

const FILES = 'cl-files';
/** What was read is kept in a cache that is named after its user. The page makes it, and deletes those of others. */
const READ = 'cl-read-';
/** Of earlier versions: nobody knows whose that is. */
const ANYBODYS = 'cl-read';
const PAGE = '/app/';
const MOST_READ = 200;

/** What is kept for reading offline; everything else of the interface needs the server. */
const KEPT = /^\/api\/v1\/(session|screens|facts|customers|views|reminders|users|teams)(\/|$)/;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([caches.delete(ANYBODYS), worker.clients.claim()])));

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }
  if (url.pathname.startsWith('/web/') || url.pathname.startsWith('/screens/')) {
    event.respondWith(file(request));
  } else if (request.mode === 'navigate' && url.pathname.startsWith(PAGE)) {
    event.respondWith(latest(caches.open(FILES), request, PAGE));
  } else if (isKept(url)) {
    event.respondWith(latest(kept(), request, request.url));
  }
});

worker.addEventListener('message', (event) => {
  if (event.data.keep) {
    event.waitUntil(keep(event.data));
  }
});

/** Of a long list only the beginning: its further pages would drive out all else that was read. @param {URL} url */
function isKept({pathname, searchParams}) {
  return KEPT.test(pathname) && !searchParams.has('cursor');
}

/**
 * What is kept for the user of the moment; nothing while there is none, or as long as it is not certain who that is. Looked up for each request:
 * pages that this worker does not control change it, too. Under the lock, so that none is made anew that has just been deleted.
 * @param {string} [user] who it has to be
 * @returns {Promise<Cache | undefined>}
 */
async function kept(user) {
  return await navigator.locks.request(ANYBODYS, {mode: 'shared'}, async () => {
    const [name, ...others] = (await caches.keys()).filter((each) => each.startsWith(READ));
    const isCertain = name !== undefined && !others.length && (user === undefined || name === READ + user);
    return isCertain ? caches.open(name) : undefined;
  });
}

/** @typedef {{owner: string, snapshot: unknown, session: unknown, answers: {url: string, tag: string, text: string}[]}} Read */

/** What a page has loaded before this worker was there, and what came to it by other ways. @param {{keep: string[], loaded: string[]} & Read} page */
async function keep({keep: bases, loaded, ...read}) {
  await drop(bases);
  const [files] = await Promise.all([caches.open(FILES), take(read)]);
  const wanted = loaded.filter((url) => bases.some((base) => new URL(url).pathname.startsWith(base)));
  await Promise.all([...wanted, PAGE].map(async (url) => (await files.match(url)) || files.add(url)));
}

/** Takes over what a page has read, unless somebody else has signed in since; one of an earlier version does not say who that was. @param {Read} read */
async function take({owner = '', snapshot, session, answers}) {
  const cache = await kept(owner);
  const told = Object.entries({session, screens: snapshot}).map(([name, body]) => ({url: `/api/v1/${name}`, tag: '', text: JSON.stringify(body)}));
  for (const {url, tag, text} of [...told, ...answers]) {
    const at = new URL(url, location.origin);
    if (isKept(at)) {
      await cache?.put(at, new Response(text, {headers: {'Content-Type': 'application/json', ...(tag && {ETag: tag})}}));
    }
  }
}

/** Files never change at their address. @param {Request} request */
async function file(request) {
  const cache = await caches.open(FILES);
  const known = await cache.match(request);
  if (known) {
    return known;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
  }
  return answer;
}

/**
 * What the server says, or what it said last while it cannot be reached. An answer goes into the cache that there was before it was asked for: whoever
 * signs in meanwhile has another one.
 * @param {Promise<Cache | undefined>} opened @param {Request} request @param {string} key
 */
async function latest(opened, request, key) {
  const cache = await opened;
  const known = await cache?.match(key);
  try {
    const answer = await fetch(key === PAGE ? request : unlessHeld(request, known));
    if (known && answer.status === 304) {
      return known;
    }
    if (cache && answer.ok) {
      await cache.put(key, answer.clone());
      await (key !== PAGE && trim(cache));
    }
    return answer;
  } catch (failure) {
    if (known) {
      const headers = new Headers(known.headers);
      headers.set('X-Clientele-Offline', 'true');
      return new Response(known.body, {status: known.status, headers});
    }
    throw failure;
  }
}

/** Spares the server what is held already. @param {Request} request @param {Response} [known] */
function unlessHeld(request, known) {
  const tag = known?.headers.get('ETag');
  if (!tag) {
    return request;
  }
  const headers = new Headers(request.headers);
  headers.set('If-None-Match', tag);
  return new Request(request, {headers});
}

/** @param {Cache} cache */
async function trim(cache) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_READ)).map((key) => cache.delete(key)));
}

/** Forgets files of generations that are gone. @param {string[]} bases */
async function drop(bases) {
  const cache = await caches.open(FILES);
  const keys = (await cache.keys()).filter(({url}) => {
    const {pathname} = new URL(url);
    return pathname !== PAGE && !bases.some((base) => pathname.startsWith(base));
  });
  await Promise.all(keys.map((key) => cache.delete(key)));
}
