import {same, thrown} from 'expect';
import {Api} from '../../main/web/shell/api.js';

/** An API whose server gives these answers in turn, and what it was asked. @param {[number, unknown, Record<string, string>?][]} answers */
function serverOf(answers) {
  /** @type {{url: string, init: RequestInit}[]} */
  const asked = [];
  const seen = {away: [], signIns: 0};
  globalThis.fetch = async (url, init) => {
    asked.push({url, init});
    const [status, body, headers = {}] = answers.shift();
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(body === undefined ? null : JSON.stringify(body), {status, headers: {'Content-Type': type, ...headers}});
  };
  const api = new Api({
    signIn: async () => void seen.signIns++,
    away: (away) => void seen.away.push(away),
  });
  return {api, asked, seen};
}

Deno.test('sends what is known of a query, and reads body, tag and place', async () => {
  const {api, asked} = serverOf([[200, {items: []}, {ETag: '"3"'}]]);
  const answer = await api.get('/api/v1/customers', {query: {filter: 'name==王', limit: 5, cursor: undefined}});
  same(asked[0].url, '/api/v1/customers?filter=name%3D%3D%E7%8E%8B&limit=5');
  same([answer.status, answer.body, answer.etag], [200, {items: []}, '"3"']);
});

Deno.test('gives each POST a key, the same when it is sent again', async () => {
  const {api, asked} = serverOf([
    [503, {type: 'https://clientele.io/problems/module-away'}, {'Retry-After': '0'}],
    [201, {id: '1'}],
    [201, {id: '2'}],
  ]);
  await api.post('/api/v1/praises', {body: {words: 'Quick'}});
  await api.post('/api/v1/praises', {body: {words: 'Quick'}});
  const keys = asked.map(({init}) => new Headers(init.headers).get('Idempotency-Key'));
  same([keys[0] === keys[1], keys[1] === keys[2], keys[0]?.length], [true, false, 32]);
});

Deno.test('waits for a module that is away, and says so meanwhile', async () => {
  const {api, seen} = serverOf([
    [503, {type: 'https://clientele.io/problems/module-away'}, {'Retry-After': '0'}],
    [200, {}],
  ]);
  await api.get('/api/v1/praises');
  same(seen.away, [true, false]);
});

Deno.test('asks to sign in when the session has ended, and then goes on', async () => {
  const {api, seen} = serverOf([[401, {title: 'Sign in first'}], [200, {items: [1]}]]);
  const {body} = await api.get('/api/v1/customers');
  same([seen.signIns, body.items], [1, [1]]);
});

Deno.test('throws problems with what is wrong where', async () => {
  const {api} = serverOf([[400, {type: 'https://clientele.io/problems/invalid-input', detail: 'No', errors: [{pointer: '/name', detail: 'is blank'}]}]]);
  const problem = await thrown(api.post('/api/v1/customers', {body: {}}));
  same([problem.status, problem.kind, problem.message, problem.at('/name')], [400, 'invalid-input', 'No', 'is blank']);
});

Deno.test('says that there is no connection in the same form', async () => {
  const {api} = serverOf([]);
  globalThis.fetch = () => Promise.reject(new TypeError('refused'));
  const problem = await thrown(api.get('/api/v1/customers'));
  same([problem.status, problem.message], [0, 'There is no connection to the server.']);
});

Deno.test('sends what was never answered again under the same key, and anything else under another', async () => {
  const {api, asked} = serverOf([[504, {}], [201, {id: '1'}], [201, {id: '2'}]]);
  const answers = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    asked.push({url, init});
    throw new TypeError('broken off');
  };
  await thrown(api.post('/api/v1/praises', {body: {words: 'Kind'}}));
  globalThis.fetch = answers;
  await thrown(api.post('/api/v1/praises', {body: {words: 'Kind'}}));
  await api.post('/api/v1/praises', {body: {words: 'Kind'}});
  await api.post('/api/v1/praises', {body: {words: 'Kind'}});
  const keys = asked.map(({init}) => new Headers(init.headers).get('Idempotency-Key'));
  same([keys[0] === keys[1], keys[1] === keys[2], keys[2] === keys[3]], [true, true, false]);
});
