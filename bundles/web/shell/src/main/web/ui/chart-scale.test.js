import {scale, stacked, ticks} from './chart-scale.js';

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

Deno.test('puts series on each other wherever they meet', () => {
  const series = [{name: 'a', points: [{x: 'mon', y: 2}, {x: 'tue', y: 0}]}, {name: 'b', points: [{x: 'tue', y: 3}, {x: 'mon', y: 5}]}];
  same(stacked(series)[1], {name: 'b', points: [{x: 'tue', y: 3, from: 0}, {x: 'mon', y: 7, from: 2}]});
});
