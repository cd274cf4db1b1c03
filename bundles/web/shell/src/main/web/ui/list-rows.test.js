import {Rows} from './list-rows.js';

const same = (actual, expected) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    throw new Error(`${a} is not ${b}`);
  }
};

Deno.test('reads ahead in small pages, and in great ones for who waits at the end', async () => {
  const asked = [];
  const rows = new Rows(async ({cursor, limit}) => (asked.push([cursor ?? null, limit]), {items: [{id: asked.length}], next: `after ${asked.length}`}), () => {});
  await rows.more();
  await rows.more();
  await rows.more(true);
  same(asked, [[null, 100], ['after 1', 100], ['after 2', 200]]);
  same(rows.items.length, 3);
});

Deno.test('goes on from what was read before', async () => {
  const asked = [];
  const load = async ({cursor}) => (asked.push(cursor), {items: [{id: 3}]});
  const rows = new Rows(load, () => {}, {items: [{id: 1}, {id: 2}], next: 'after 2', total: 3});
  same([rows.state, rows.total], ['ready', 3]);
  await rows.more();
  same([asked, rows.items.map(({id}) => id), rows.done], [['after 2'], [1, 2, 3], true]);
});
