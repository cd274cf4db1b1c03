import {cellFilter, changes, className, classRange, isUntold, nameOfCell, placeOf, standing, unknownFilter, withText} from '../../main/resources/META-INF/clientele/web/cells.js';
import {same} from './expect.js';

const AXIS = {fact: 'rfm.money', method: 'fixed', parts: 3, cuts: [100, 2500.5], labels: []};
const MATRIX = {id: 'm', version: 1, name: 'Value', x: {...AXIS, fact: 'rfm.frequency', cuts: [2, 5]}, y: AXIS, texts: []};

Deno.test('names a class by where it begins and ends', () => {
  same([1, 2, 3].map((part) => className(AXIS, part, 'en')), ['< 100', '100 – 2,501', '≥ 2,501']);
});

Deno.test('prefers the name that somebody gave, and tells the numbers beside it', () => {
  const named = {...AXIS, labels: ['low', 'middle', 'high']};
  same([className(named, 3, 'en'), classRange(named, 3, 'en'), classRange(AXIS, 3, 'en')], ['high', '≥ 2,501', '']);
});

Deno.test('finds the customers of a cell with the exact cut points', () => {
  same(cellFilter(MATRIX, {x: 2, y: 3}), 'rfm.frequency=ge=2;rfm.frequency=lt=5;rfm.money=ge=2500.5');
  same(cellFilter({...MATRIX, filter: 'a==1,b==1'}, {x: 1, y: 1}), '(a==1,b==1);rfm.frequency=lt=2;rfm.money=lt=100');
});

Deno.test('finds those of whom a fact is not known', () => {
  same(unknownFilter({...MATRIX, filter: 'status==active'}), 'status==active;(rfm.frequency=null=true,rfm.money=null=true)');
  same(unknownFilter({...MATRIX, x: AXIS}), 'rfm.money=null=true');
});

Deno.test('calls a cell by its name, or else by its classes', () => {
  const texts = [{x: 3, y: 3, name: 'Stars', playbook: ''}];
  same([nameOfCell({...MATRIX, texts}, {x: 3, y: 3}, 'en'), nameOfCell(MATRIX, {x: 1, y: 3}, 'en')], ['Stars', '≥ 2,501 × < 2']);
});

Deno.test('makes classes of the values of a text', () => {
  const values = {fact: 'grade.spend', method: 'values', parts: 2, cuts: [], labels: [], values: ['B', 'A']};
  same([className(values, 2, 'en'), className({...values, labels: ['low', 'high']}, 2, 'en'), classRange({...values, labels: ['low', 'high']}, 2, 'en')], ['A', 'high', 'A']);
  same(cellFilter({...MATRIX, x: values}, {x: 1, y: 1}), "grade.spend=='B';rfm.money=lt=100");
});

Deno.test('numbers the classes whose borders are not told, and finds nobody by them', () => {
  const untold = {...AXIS, method: 'quantile', cuts: []};
  same([isUntold(untold), isUntold({...untold, cuts: [100, 200]}), isUntold({...AXIS, method: 'values', cuts: []})], [true, false, false]);
  same([1, 2, 3].map((part) => className(untold, part, 'en')), ['1/3', '2/3', '3/3']);
  same([className({...untold, labels: ['low', 'middle', 'high']}, 3, 'en'), classRange({...untold, labels: ['low', 'middle', 'high']}, 3, 'en')], ['high', '']);
  same(cellFilter({...MATRIX, x: untold}, {x: 1, y: 1}) ?? null, null);
});

Deno.test('keeps a class that nobody is in, and one without a cut point', () => {
  const equal = {...AXIS, method: 'quantile', cuts: [100, 100]};
  same([1, 2, 3].map((part) => className(equal, part, 'en')), ['< 100', '100 – 100', '≥ 100']);
  const fewer = {...AXIS, method: 'quantile', cuts: [100]};
  same([1, 2, 3].map((part) => className(fewer, part, 'en')), ['< 100', '≥ 100', '–']);
  same(cellFilter({...MATRIX, x: equal, y: fewer}, {x: 2, y: 3}), 'rfm.money=ge=100;rfm.money=lt=100;rfm.money=null=true;rfm.money=null=false');
});

Deno.test('finds the place of a number row by row', () => {
  same([0, 1, 3, 4, 9].map((number) => placeOf(MATRIX, number) ?? null), [null, {x: 1, y: 1}, {x: 3, y: 1}, {x: 1, y: 2}, {x: 3, y: 3}]);
});

Deno.test('tells who moved, most first, and leaves out who stayed', () => {
  const counts = [[0, 1], [4, 9]];
  const probabilities = [[0, 1], [0.3, 0.7]];
  same(changes({counts, probabilities}), [{from: 1, to: 0, count: 4, chance: 0.3}, {from: 0, to: 1, count: 1, chance: 1}]);
  same(standing(counts), [4, 10]);
});

Deno.test('replaces the text of a cell, and drops one that says nothing', () => {
  const texts = [{x: 1, y: 1, name: 'Stars', playbook: 'Call'}];
  same(withText(texts, {x: 1, y: 1, name: 'Suns', playbook: ''}), [{x: 1, y: 1, name: 'Suns', playbook: ''}]);
  same(withText(texts, {x: 1, y: 1, name: ' ', playbook: ''}), []);
});
