import {placeOf} from './list-places.js';

const same = (actual, expected) => {
  if (actual !== expected) {
    throw new Error(`${actual} is not ${expected}`);
  }
};

const entry = (at) => (globalThis.history = {state: at && {at}});
const place = (row) => ({items: [], row, current: row, active: 0});

Deno.test('a list comes back to where it was left in the same entry of the history, once', () => {
  entry('a');
  const left = place(7);
  const list = placeOf('all');
  entry('b');
  list.leave(left);
  same(placeOf('all').take(), undefined);
  entry('a');
  same(placeOf('others').take(), undefined);
  same(placeOf('all').take(), left);
  same(placeOf('all').take(), undefined);
});

Deno.test('the oldest places are forgotten', () => {
  entry(undefined);
  const lists = Array.from({length: 5}, (_, i) => placeOf(`list ${i}`));
  lists.forEach((list, i) => list.leave(place(i)));
  same(placeOf('list 0').take(), undefined);
  same(placeOf('list 4').take()?.row, 4);
});
