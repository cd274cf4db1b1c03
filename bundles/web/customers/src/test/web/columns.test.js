import {same} from 'expect';
import {moved} from '../../main/resources/META-INF/clientele/web/column-chooser.js';
import {asked, valueOf} from '../../main/resources/META-INF/clientele/web/columns.js';
import {months} from '../../main/resources/META-INF/clientele/web/purchases.js';

Deno.test('asks the list for those facts alone that do not stand in the customer', () => {
  same(asked(['name', 'status', 'timeline.lastContact', 'tag', 'rfm.group']), 'timeline.lastContact,rfm.group');
});

Deno.test('finds the value of a column in the customer or among the facts', () => {
  const row = {name: 'Ada', contactPoints: [{kind: 'email', value: 'a@example.com'}], facts: {'rfm.group': 'champions'}};
  same([valueOf(row, 'name'), valueOf(row, 'email'), valueOf(row, 'rfm.group'), valueOf(row, 'phone')], ['Ada', ['a@example.com'], 'champions', []]);
});

Deno.test('moves a column, and never in front of the name', () => {
  same(moved(['name', 'status', 'owner'], 2, -1), ['name', 'owner', 'status']);
  same(moved(['name', 'status', 'owner'], 1, -1), ['name', 'status', 'owner']);
  same(moved(['name', 'status', 'owner'], 1, 1), ['name', 'owner', 'status']);
});

Deno.test('sums the twelve months up to the newest purchase, in its currency', () => {
  const bought = (purchasedOn, amount, currency = 'CNY') => ({purchasedOn, amount, currency});
  const points = months([bought('2026-11-29', 10), bought('2026-11-01', '5.5'), bought('2025-12-31', 1), bought('2025-11-30', 9), bought('2026-11-02', 7, 'USD')], 'CNY', 'en');
  same(points.map(({y}) => y), [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15.5]);
});
