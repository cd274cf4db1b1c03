import {wordOf} from '../../main/resources/META-INF/clientele/web/clusters.js';
import {causeOf} from '../../main/resources/META-INF/clientele/web/causes.js';
import {sentMatrix} from '../../main/resources/META-INF/clientele/web/matrix-editor.js';
import {usualFacts} from '../../main/resources/META-INF/clientele/web/member-columns.js';
import {sentSettings} from '../../main/resources/META-INF/clientele/web/rfm-settings.js';
import {parted, sent} from '../../main/resources/META-INF/clientele/web/segment-fields.js';
import {lineThrough} from '../../main/resources/META-INF/clientele/web/sparkline.js';
import {same} from './expect.js';

const words = {'cause.because': 'because {what}', 'event.registry.CustomerAdded': 'it is new', 'cause.time': 'by time', 'clusters.word.spendsmuch': '消费高'};
const t = (key, values = {}) => (words[key] ?? key).replace('{what}', values.what);

Deno.test('sends cut points as numbers, and only what the method needs', () => {
  const draft = {name: 'Value', filter: '', x: {fact: 'a', method: 'fixed', cuts: '2, 5', parts: 9}, y: {fact: 'b', method: 'median', parts: '7'}, texts: [{x: 4, y: 1, name: 'gone'}, {x: 3, y: 2, name: 'kept'}]};
  same(sentMatrix(draft), {
    name: 'Value', x: {fact: 'a', method: 'fixed', cuts: [2, 5], parts: 3}, y: {fact: 'b', method: 'median', parts: 2}, texts: [{x: 3, y: 2, name: 'kept'}],
  });
});

Deno.test('sends the values of a text as classes', () => {
  const draft = {name: 'Grades', x: {fact: 'grade.spend', method: 'values', values: ['B', 'A'], parts: 3}, y: {fact: 'b', method: 'median'}};
  same(sentMatrix(draft).x, {fact: 'grade.spend', method: 'values', values: ['B', 'A'], parts: 2});
});

Deno.test('sends on what an axis rests, whatever its method, and nothing where it is not told', () => {
  const rests = (axis) => sentMatrix({name: 'N', x: axis, y: {fact: 'b', method: 'median', support: ''}});
  same([{fact: 'a', method: 'fixed', cuts: '1'}, {fact: 'a', method: 'median'}, {fact: 'a', method: 'values', values: ['B', 'A']}].map((axis) => rests({...axis, support: 'n'}).x.support), ['n', 'n', 'n']);
  same(rests({fact: 'a', method: 'median'}).y, {fact: 'b', method: 'median', parts: 2});
});

Deno.test('sends settings of RFM as numbers, thresholds only with fixed scores', () => {
  const draft = {currency: ' eur', scoring: 'fixed', classes: '3', windowDays: '', weights: {recency: '3', frequency: 2, money: 1}, thresholds: {recencyDays: '90 30', frequency: '2,5', money: [100, 500]}};
  same(sentSettings(draft).thresholds, {recencyDays: [90, 30], frequency: [2, 5], money: [100, 500]});
  same(sentSettings({...draft, scoring: 'midrank'}).thresholds ?? null, null);
  same([sentSettings(draft).currency, sentSettings(draft).classes, sentSettings(draft).weights.recency], ['EUR', 3, 3]);
});

Deno.test('sends no rule for a list', () => {
  same(sent({key: 'k', name: 'n', kind: 'list', filter: 'status==active'}).filter ?? null, null);
});

Deno.test('parts what is wrong with the rule from the rest', () => {
  const problem = {detail: 'two things', errors: [{pointer: '/filter', detail: 'f'}, {pointer: '/name', detail: 'n'}]};
  same(parted(problem), {rule: {errors: [problem.errors[0]]}, form: {detail: 'two things', errors: [problem.errors[1]]}});
  same(parted({errors: [problem.errors[0]]}).form ?? null, null);
  same(parted(undefined), {});
});

Deno.test('says why somebody came in words where there are some', () => {
  same(causeOf({cause: 'event', event: 'registry.CustomerAdded'}, t), 'because it is new');
  same(causeOf({cause: 'event', event: 'sales.DealWon'}, t), 'because sales.DealWon');
  same(causeOf({cause: 'time'}, t), 'by time');
  same(causeOf({cause: 'novel'}, t), 'novel');
});

Deno.test('translates the words of a cluster that it knows', () => {
  same([wordOf('spends much', t), wordOf('spends oddly', t)], ['消费高', 'spends oddly']);
});

Deno.test('shows the facts of the rule before the usual ones', () => {
  same(usualFacts(['purchases.count', 'segment.gold', 'status']), ['purchases.count', 'status', 'address.city', 'owner']);
});

Deno.test('draws a line through values, level if they are all the same', () => {
  same(lineThrough([1, 1]), 'M2.0 9.0L70.0 9.0');
  same(lineThrough([0, 10]), 'M2.0 16.0L70.0 2.0');
});
