import {at, put} from './pointers.js';

const same = (actual, expected) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    throw new Error(`${a} is not ${b}`);
  }
};

Deno.test('finds what a pointer names', () => {
  same(at({a: [{b: 3}]}, '/a/0/b'), 3);
  same(at({a: 1}, '/x/y') ?? null, null);
});

Deno.test('puts a part where nothing was', () => {
  same(put({}, '/points/0/value', 'x'), {points: [{value: 'x'}]});
});

Deno.test('leaves what it was given as it was', () => {
  const before = {a: {b: 1}, c: 2};
  same(put(before, '/a/b', 5), {a: {b: 5}, c: 2});
  same(before, {a: {b: 1}, c: 2});
});
