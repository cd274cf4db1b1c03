import {worded, className} from '../../main/resources/META-INF/clientele/web/cells.js';
import {fit} from '../../main/resources/META-INF/clientele/web/heat.js';
import {brief} from '../../main/resources/META-INF/clientele/web/numbers.js';
import {same} from './expect.js';

Deno.test('fits on a phone: with names, with figures, with one figure, or in a box that scrolls', () => {
  same([2, 3, 4, 5].map((columns) => fit(columns, false)), ['roomy', 'roomy', 'dense', 'dense']);
  same([fit(9, true), fit(9, false)], ['dense tight', 'dense wide wide-9']);
});

Deno.test('writes numbers with few signs', () => {
  same([brief(0, 'en'), brief(999, 'en'), brief(1234, 'en'), brief(12345, 'zh-CN'), brief(1597459, 'zh-CN', 'CNY'), brief(-2500, 'en', 'EUR')], ['0', '999', '1.2K', '1.2万', '¥160万', '-€2.5K']);
});

Deno.test('says the values of an axis in words', () => {
  const axis = {fact: 'status', method: 'values', parts: 2, cuts: [], labels: [], values: ['prospect', 'active']};
  const matrix = worded({id: 'm', version: 1, name: 'M', x: axis, y: {...axis, values: undefined}, texts: []}, (fact, value) => `${fact} ${value}!`);
  same([className(matrix.x, 2, 'en'), matrix.y.words ?? null, matrix.x.values], ['status active!', null, ['prospect', 'active']]);
});
