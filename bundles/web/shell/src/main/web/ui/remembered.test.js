import {remembered} from './remembered.js';

const same = (actual, expected) => {
  if (actual !== expected) {
    throw new Error(`${actual} is not ${expected}`);
  }
};

Deno.test('what depends on the same stays the same', () => {
  const columns = remembered((names) => [names]);
  const names = ['a'];
  same(columns(names), columns(names));
});

Deno.test('what depends on something else is made anew', () => {
  const sum = remembered((a, b) => a + b);
  same(sum(1, 2), 3);
  same(sum(1, 4), 5);
});

Deno.test('nothing is a value like others', () => {
  let times = 0;
  const made = remembered(() => (times++, undefined));
  made(undefined);
  made(undefined);
  same(times, 1);
});
