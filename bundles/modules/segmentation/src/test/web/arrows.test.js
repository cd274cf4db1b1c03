import {arrows, cellBox} from '../../main/resources/META-INF/clientele/web/arrows.js';
import {same} from './expect.js';

const AXIS = {fact: 'a', method: 'fixed', parts: 2, cuts: [1], labels: []};
const MATRIX = {id: 'm', version: 1, name: 'M', x: AXIS, y: AXIS, texts: []};
const SIZE = {width: 200, height: 100};
const counts = [
  [0, 9, 0, 0, 0],
  [5, 7, 4, 0, 0],
  [0, 2, 7, 0, 1],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
];
const probabilities = counts.map((row) => row.map(() => 0));

Deno.test('lays cells out with the lowest class of both at the bottom left', () => {
  same([cellBox(MATRIX, {x: 1, y: 1}, SIZE), cellBox(MATRIX, {x: 2, y: 2}, SIZE)], [
    {left: 0, top: 50, width: 100, height: 50}, {left: 100, top: 0, width: 100, height: 50}]);
});

Deno.test('draws the most frequent moves between cells, the thicker the more, and leaves out who was in none', () => {
  const shown = arrows(MATRIX, {counts, probabilities}, SIZE, 2);
  same(shown.map(({from, to, count, thickness}) => [from, to, count, thickness]), [[1, 2, 4, 8], [2, 1, 2, 4.8]]);
});

Deno.test('bends the two ways between the same cells apart', () => {
  const [there, back] = arrows(MATRIX, {counts, probabilities}, SIZE, 2);
  same([there.middle[1] > 75, back.middle[1] < 75], [true, true]);
  same(there.path, 'M61.4 78.7Q100 91 126.2 82.6');
});

Deno.test('draws nothing where nobody moved', () => {
  same(arrows(MATRIX, {counts: [[0, 3], [1, 0]], probabilities: [[0, 0], [0, 0]]}, SIZE, 5), []);
});
