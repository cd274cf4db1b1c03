import {same, thrown} from 'expect';
import {emptyStorage} from './storage.js';

const CUSTOMER = new URL('/api/v1/customers/1', location.href);

/** @type {Record<string, (event: any) => void>} */
const listeners = {};
globalThis.addEventListener = /** @type {any} */ ((type, listener) => void (listeners[type] = listener));
emptyStorage();
await import('../../main/web/worker.js');

/** What the server answers to everything; nothing while it cannot be reached. @param {unknown} [body] @param {Record<string, string>} [headers] */
function serves(body, headers) {
  globalThis.fetch = async () => {
    if (body === undefined) {
      throw new TypeError('no connection');
    }
    return new Response(JSON.stringify(body), {headers});
  };
}

/** @returns {Promise<Response>} */
function ask() {
  return new Promise((answered) => listeners.fetch({request: new Request(CUSTOMER), respondWith: answered}));
}

/** @param {object} data */
async function tell(data) {
  let done;
  listeners.message({data: {keep: [], loaded: [], snapshot: {}, session: {}, answers: [], ...data}, waitUntil: (work) => (done = work)});
  await done;
}

Deno.test('keeps what the user of the moment reads, and says when it comes from there', async () => {
  emptyStorage();
  await caches.open('cl-read-ada');
  serves({name: 'Grace'});
  await ask();
  serves();
  const answer = await ask();
  same([answer.headers.get('X-Clientele-Offline'), await answer.json()], ['true', {name: 'Grace'}]);
});

Deno.test('keeps nothing while nobody is known to be signed in', async () => {
  const kept = emptyStorage();
  serves({name: 'Grace'});
  same(await (await ask()).json(), {name: 'Grace'});
  serves();
  same([(await thrown(ask())).message, [...kept.keys()]], ['no connection', []]);
});

Deno.test('shows nobody what was read by somebody else, and asks for it without their tag', async () => {
  emptyStorage();
  await caches.open('cl-read-ada');
  serves({name: 'Grace'}, {ETag: '"1"'});
  await ask();
  await caches.delete('cl-read-ada');
  await caches.open('cl-read-bob');
  serves();
  same((await thrown(ask())).message, 'no connection');
  let tag;
  globalThis.fetch = async (request) => {
    tag = new Headers(/** @type {Request} */ (request).headers).get('If-None-Match');
    return new Response('{}');
  };
  await ask();
  same(tag, null);
});

Deno.test('reads for nobody when it is not certain who is there', async () => {
  emptyStorage();
  await caches.open('cl-read-ada');
  serves({name: 'Grace'});
  await ask();
  await caches.open('cl-read-bob');
  serves();
  same((await thrown(ask())).message, 'no connection');
});

Deno.test('gives an answer that comes after somebody else signed in to nobody', async () => {
  const kept = emptyStorage();
  await caches.open('cl-read-ada');
  globalThis.fetch = async () => {
    await caches.delete('cl-read-ada');
    await caches.open('cl-read-bob');
    return new Response('{"name": "Grace"}');
  };
  await ask();
  same([...kept].map(([name, {answers}]) => [name, answers.size]), [['cl-read-bob', 0]]);
});

Deno.test('takes over what a page has read, but not from a page of somebody else', async () => {
  emptyStorage();
  serves('the page');
  const cache = await caches.open('cl-read-ada');
  const read = {answers: [{url: '/api/v1/customers/1', tag: '"1"', text: '{}'}, {url: '/api/v1/webhooks', tag: '', text: '{}'}]};
  await tell({...read, owner: 'bob'});
  await tell(read);
  same(await cache.keys(), []);
  await tell({...read, owner: 'ada'});
  same(
    (await cache.keys()).map(({url}) => new URL(url).pathname),
    ['/api/v1/session', '/api/v1/screens', '/api/v1/customers/1'],
  );
});

Deno.test('deletes what an earlier version kept for anybody', async () => {
  const kept = emptyStorage();
  await caches.open('cl-read');
  Object.assign(globalThis, {clients: {claim: async () => {}}});
  let done;
  listeners.activate({waitUntil: (work) => (done = work)});
  await done;
  same([...kept.keys()], []);
});
