import {currencies, salesShares} from '../../main/resources/META-INF/clientele/web/band-sales.js';
import {same} from './expect.js';

const part = (band, money) => ({band, customers: 1, money});

Deno.test('begins with the currency that most months were paid in', () => {
  const months = [
    {month: '2026-01', parts: [part('A', {USD: 5}), part('B', {USD: 1, EUR: 2})]},
    {month: '2026-02', parts: [part('A', {EUR: 3}), part(null, {CNY: 1})]},
    {month: '2026-03', parts: [part('A', {}), part('B', {EUR: 1})]},
  ];
  same(currencies(months), ['EUR', 'CNY', 'USD']);
  same(currencies([]), []);
});

Deno.test('takes parts of what was bought in that currency', () => {
  same(salesShares({month: '2026-01', parts: [part('A', {EUR: 30}), part('B', {EUR: 10, USD: 900}), part(null, {})]}, 'EUR'), [0.75, 0.25, 0]);
});

Deno.test('counts what was only given back as nothing', () => {
  same(salesShares({month: '2026-01', parts: [part('A', {EUR: -30}), part('B', {EUR: 10})]}, 'EUR'), [0, 1]);
  same(salesShares({month: '2026-01', parts: [part('A', {EUR: -30}), part('B', {})]}, 'EUR'), [0, 0]);
});
