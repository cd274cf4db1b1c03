import {same, thrown} from 'expect';
import {offline} from '../../main/web/shell/offline.js';
import {Session} from '../../main/web/shell/session.js';
import {emptyStorage} from './storage.js';

const [ADA, BOB] = ['ada', 'bob'].map((id) => ({user: {id, login: id, name: id, roles: []}, permissions: [], scope: 'own'}));

/** The server says who is signed in. @param {number} status @param {unknown} [body] */
function serves(status, body = {}) {
  globalThis.fetch = async () => new Response(JSON.stringify(body), {status});
}

/** A browser in which Ada has read something. */
async function adas() {
  const kept = emptyStorage();
  serves(200, ADA);
  await new Session().load();
  await (await caches.open('cl-read-ada')).put('/api/v1/customers/1', new Response('{}'));
  await caches.open('cl-files');
  return kept;
}

const sizes = (kept) => [...kept].map(([name, {answers}]) => [name, answers.size]);

Deno.test('keeps what was read for the same user, also over a sign-in', async () => {
  const kept = await adas();
  serves(200, ADA);
  await new Session().begin('ada', 'secret');
  await new Session().load();
  same(sizes(kept), [['cl-read-ada', 1], ['cl-files', 0]]);
});

Deno.test('drops what was read by others as soon as somebody else has signed in', async () => {
  const kept = await adas();
  await caches.open('cl-read');
  serves(200, BOB);
  await new Session().begin('bob', 'secret');
  same(sizes(kept), [['cl-files', 0], ['cl-read-bob', 0]]);
});

Deno.test('drops what was read by others when the session turns out to be of somebody else', async () => {
  const kept = await adas();
  serves(200, BOB);
  await new Session().load();
  same(sizes(kept), [['cl-files', 0], ['cl-read-bob', 0]]);
});

Deno.test('forgets what was read when the server knows of no session, but not when it is in trouble', async () => {
  const kept = await adas();
  serves(503);
  await thrown(new Session().load());
  same(sizes(kept), [['cl-read-ada', 1], ['cl-files', 0]]);
  serves(401);
  await new Session().load();
  same(sizes(kept), [['cl-files', 0]]);
});

Deno.test('forgets what was read without a worker that controls the page', async () => {
  const kept = await adas();
  same(navigator.serviceWorker.controller, null);
  await offline.forget();
  same(sizes(kept), [['cl-files', 0]]);
});

Deno.test('hands over what was read early with its user, and nothing of who was there before', async () => {
  await adas();
  const told = [];
  Object.assign(navigator.serviceWorker, {ready: Promise.resolve({active: {postMessage: (message) => told.push(message)}})});
  const screens = /** @type {any} */ ({bundles: [], shell: 's', snapshot: {}, announced: ''});
  offline.read('/api/v1/customers/1', new Response('Grace'));
  await offline.keep(screens, Object.assign(new Session(), ADA));
  offline.read('/api/v1/customers/2', new Response('Alan'));
  serves(200, BOB);
  const bob = new Session();
  await bob.load();
  await offline.keep(screens, Object.assign(new Session(), ADA));
  await offline.keep(screens, bob);
  same(told.map(({owner, session, answers}) => [owner, session.user.id, answers.length]), [['ada', 'ada', 1], ['bob', 'bob', 0]]);
});

Deno.test('says nobody is there only when the server does', async () => {
  emptyStorage();
  serves(503);
  same((await thrown(new Session().load())).status, 503);
  globalThis.fetch = () => Promise.reject(new TypeError('refused'));
  same((await thrown(new Session().load())).message, 'There is no connection to the server.');
  serves(401);
  same(await new Session().load(), false);
});

Deno.test('is over only when the server says so', async () => {
  emptyStorage();
  serves(503);
  same((await thrown(new Session().end())).status, 503);
  serves(401);
  await new Session().end();
});
