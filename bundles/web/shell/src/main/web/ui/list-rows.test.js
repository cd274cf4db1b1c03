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
