import {scale, ticks} from './chart-scale.js';

const same = (actual, expected) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    throw new Error(`${a} is not ${b}`);
  }
};

Deno.test('chooses round numbers around the values', () => {
  same(ticks(0, 310), [0, 100, 200, 300, 400]);
  same(ticks(0, 1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  same(ticks(-3, 7), [-4, -2, 0, 2, 4, 6, 8]);
});

Deno.test('has room around a single value', () => {
  same(ticks(0, 0), [0, 0.2]);
});

Deno.test('maps one range onto another', () => {
  same([0, 5, 10].map(scale(0, 10, 100, 0)), [100, 50, 0]);
});
