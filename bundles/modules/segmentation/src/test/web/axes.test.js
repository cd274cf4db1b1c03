import {drawn, fitting, isSkewed} from '../../main/resources/META-INF/clientele/web/axes.js';
import {same} from './expect.js';

const AXIS = {fact: 'rfm.money', method: 'fixed', parts: 3, cuts: [10, 20], labels: []};
const point = (x, cell = 1) => ({id: `c${x}`, name: 'C', cell: {x: cell, y: 1}, values: {x, y: 0}});
const near = (values, expected) => same(values.map((value) => Number(value.toFixed(3))), expected);

Deno.test('draws numbers that lie close together in a straight line, with room at the edges', () => {
  const axis = drawn(AXIS, 'x', [0, 10, 15, 20, 30].map((x) => point(x)));
  same(axis.scale, 'linear');
  near([0, 15, 30].map((x) => axis.at(point(x))), [0.04, 0.5, 0.96]);
  near(axis.edges, [0, 0.347, 0.653, 1]);
  same(axis.ends.map((end) => end.value), [0, 30]);
  near(axis.ends.map((end) => end.at), [0.04, 0.96]);
});

Deno.test('draws an axis on which a few are far out by the logarithm, negative numbers too, and keeps the order', () => {
  const values = [-50, 0, 1, 10, 12, 15, 20, 22, 30, 90_000];
  const axis = drawn(AXIS, 'x', values.map((x) => point(x)));
  const places = values.map((x) => axis.at(point(x)));
  same(axis.scale, 'log');
  same(places, [...places].sort((a, b) => a - b));
  near([places[0], places[9]], [0.04, 0.96]);
  same(places[8] - places[1] > 0.07, true);
  same(places[3], axis.edges[1]);
});

Deno.test('takes for skewed what has some far from the middle, and not what is merely wide', () => {
  same([[1, 1, 1, 1, 3], [0, 25, 50, 75, 100], [0, 0, 0, 0, 500], [5, 5, 5, 5], [1, 1000]].map(isSkewed), [false, false, true, false, false]);
});

Deno.test('has a place for everybody where all are alike', () => {
  const axis = drawn({...AXIS, cuts: []}, 'x', [point(7), point(7)]);
  same([axis.at(point(7)), axis.edges, axis.ends], [0.5, [0, 1], []]);
});

Deno.test('draws a border that is not told half-way between the customers on both its sides', () => {
  const untold = {...AXIS, method: 'quantile', cuts: []};
  near(drawn(untold, 'x', [point(0, 1), point(10, 1), point(20, 2), point(30, 3)]).edges, [0, 0.5, 0.807, 1]);
  near(drawn(untold, 'x', [point(0, 2), point(10, 2)]).edges, [0, 0.04, 0.96, 1]);
  same(drawn(untold, 'x', []).edges, [0, 1]);
});

Deno.test('strews the customers of a value over its band, each always at the same place', () => {
  const values = {...AXIS, method: 'values', cuts: [], parts: 2, values: ['B', 'A']};
  const axis = drawn(values, 'x', []);
  const places = [1, 2, 3, 4].map((n) => axis.at({...point(n, 2), values: {x: null, y: 0}}));
  same([axis.scale, axis.edges], ['values', [0, 0.5, 1]]);
  same(places.every((place) => place > 0.5 && place < 1), true);
  same(new Set(places).size, 4);
  same(axis.at(point(1, 2)), axis.at(point(1, 2)));
});

Deno.test('ends a text where the room ends, and knows how wide Chinese is', () => {
  same([fitting('Stars', 5), fitting('Great stars', 6), fitting('重要客户', 8), fitting('重要客户', 5)], ['Stars', 'Great…', '重要客户', '重要…']);
});
