import {same, thrown} from 'expect';
import {Problem} from '@clientele/ui';
import {Outbox} from '../../main/web/shell/outbox.js';

globalThis.location ??= /** @type {any} */ ({pathname: '/app/customers/1'});

/** An outbox of Ada, and a server that answers these in turn: a number is a problem of that status. @param {(number | object)[]} answers */
function outboxOf(answers) {
  const kept = new Map();
  const seen = {sent: [], ways: [], there: 'ada', soon: []};
  const store = {
    of: async (owner) => [...kept.values()].filter((item) => item.owner === owner).sort((a, b) => a.at - b.at),
    put: async (item) => void kept.set(item.key, structuredClone(item)),
    remove: async (key) => void kept.delete(key),
  };
  const by = (way) => async (item) => {
    seen.sent.push(item);
    seen.ways.push(way);
    const answer = answers.shift();
    if (typeof answer === 'number') {
      throw new Problem({status: answer, title: `HTTP ${answer}`});
    }
    return answer;
  };
  const outbox = new Outbox({
    session: {id: 'ada'},
    store,
    send: by('at once'),
    deliver: by('later'),
    whoIsThere: async () => seen.there,
    alone: (work) => work(),
    soon: (work) => void seen.soon.push(work),
  });
  return {outbox, seen, kept};
}

const NOTE = {body: {text: 'Called'}, title: 'Note · Grace', text: 'Called'};

Deno.test('sends at once, and keeps nothing', async () => {
  const {outbox, kept} = outboxOf([{status: 201}]);
  const {sent, answer} = await outbox.post('/api/v1/notes', NOTE);
  same([sent, answer.status, kept.size], [true, 201, 0]);
});

Deno.test('keeps what cannot be sent, and sends it later under the same key', async () => {
  const {outbox, seen, kept} = outboxOf([0, {status: 201}]);
  const {sent} = await outbox.post('/api/v1/notes', NOTE);
  same([sent, outbox.items.length], [false, 1]);
  await outbox.flush();
  same([kept.size, outbox.items.length, seen.sent.length, seen.sent[0].key === seen.sent[1].key], [0, 0, 2, true]);
});

Deno.test('tells what is sent while somebody is there from what is sent later by itself, which asks nobody to sign in', async () => {
  const {outbox, seen} = outboxOf([0, {status: 201}]);
  await outbox.post('/api/v1/notes', NOTE);
  await outbox.flush();
  same(seen.ways, ['at once', 'later']);
});

Deno.test('throws what the server refuses while somebody is there to mend it', async () => {
  const {outbox, kept} = outboxOf([400]);
  const problem = await thrown(outbox.post('/api/v1/notes', NOTE));
  same([problem.status, kept.size], [400, 0]);
});

Deno.test('keeps what is refused later with its reason and its text, and goes on with the next', async () => {
  const {outbox, seen} = outboxOf([0, 0, 404, {status: 201}]);
  await outbox.post('/api/v1/notes', NOTE);
  await outbox.post('/api/v1/notes', {...NOTE, text: 'Wrote'});
  await outbox.flush();
  await outbox.flush();
  same([outbox.items.map(({text, refusal}) => [text, refusal?.status]), seen.sent.length], [[['Called', 404]], 4]);
});

Deno.test('keeps the order, and stops where nothing answers', async () => {
  const {outbox, seen} = outboxOf([0, 0, 503]);
  await outbox.post('/api/v1/notes', NOTE);
  await outbox.post('/api/v1/notes', {...NOTE, text: 'Wrote'});
  await outbox.flush();
  same([outbox.items.map(({text}) => text), seen.sent.length, seen.sent[2].text], [['Called', 'Wrote'], 3, 'Called']);
});

Deno.test('sends nothing while somebody else is signed in', async () => {
  const {outbox, seen} = outboxOf([0, {status: 201}]);
  await outbox.post('/api/v1/notes', NOTE);
  seen.there = 'grace';
  await outbox.flush();
  same([outbox.items.length, seen.sent.length], [1, 1]);
  seen.there = 'ada';
  await outbox.flush();
  same([outbox.items.length, seen.sent.length], [0, 2]);
});

Deno.test('tries a refused one again as another attempt', async () => {
  const {outbox, seen} = outboxOf([0, 409, {status: 201}]);
  await outbox.post('/api/v1/notes', NOTE);
  await outbox.flush();
  await outbox.retry(outbox.items[0]);
  same([outbox.items.length, seen.sent[1].key === seen.sent[2].key], [0, false]);
});

Deno.test('tries again by itself while the server is there and does not take it yet', async () => {
  const {outbox, seen, kept} = outboxOf([0, 503, {status: 201}]);
  await outbox.post('/api/v1/notes', NOTE);
  await outbox.flush();
  same([kept.size, seen.soon.length], [1, 1]);
  seen.soon[0]();
  await outbox.sending;
  same([kept.size, seen.soon.length], [0, 1]);
});
