/// <reference lib="webworker" />
// Keeps the product usable without a connection: its own files, those of modules, and what was read last.

const FILES = 'cl-files';
const READ = 'cl-read';
const PAGE = '/app/';
const MOST_READ = 200;

/** What is kept for reading offline; everything else of the interface needs the server. */
const KEPT = /^\/api\/v1\/(session|screens|facts|customers|views|reminders|users|teams)(\/|$)/;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }
  if (url.pathname.startsWith('/web/') || url.pathname.startsWith('/screens/')) {
    event.respondWith(file(request));
  } else if (request.mode === 'navigate' && url.pathname.startsWith(PAGE)) {
    event.respondWith(latest(FILES, request, PAGE));
  } else if (isKept(url)) {
    event.respondWith(latest(READ, request, request.url));
  }
});

worker.addEventListener('message', (event) => {
  if (event.data.forget) {
    event.waitUntil(caches.delete(READ));
  }
  if (event.data.keep) {
    event.waitUntil(keep(event.data));
  }
});

/** Of a long list only the beginning: its further pages would drive out all else that was read. @param {URL} url */
function isKept({pathname, searchParams}) {
  return KEPT.test(pathname) && !searchParams.has('cursor');
}

/**
 * What a page has loaded before this worker was there, and what came to it by other ways.
 * @param {{keep: string[], loaded: string[], snapshot: unknown, answers: {url: string, tag: string, text: string}[]}} page
 */
async function keep({keep: bases, loaded, snapshot, answers}) {
  await drop(bases);
  const [files, read] = await Promise.all([caches.open(FILES), caches.open(READ)]);
  const headers = {'Content-Type': 'application/json'};
  await read.put(new URL('/api/v1/screens', location.origin), new Response(JSON.stringify(snapshot), {headers}));
  for (const {url, tag, text} of answers) {
    const at = new URL(url, location.origin);
    if (isKept(at)) {
      await read.put(at, new Response(text, {headers: {...headers, ...(tag && {ETag: tag})}}));
    }
  }
  const wanted = loaded.filter((url) => bases.some((base) => new URL(url).pathname.startsWith(base)));
  await Promise.all([...wanted, PAGE].map(async (url) => (await files.match(url)) || files.add(url)));
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

/** What the server says, or what it said last while it cannot be reached. @param {string} name @param {Request} request @param {string} key */
async function latest(name, request, key) {
  const cache = await caches.open(name);
  const known = await cache.match(key);
  try {
    const answer = await fetch(name === READ ? unlessHeld(request, known) : request);
    if (known && answer.status === 304) {
      return known;
    }
    if (answer.ok) {
      await cache.put(key, answer.clone());
      await (name === READ && trim(cache));
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
