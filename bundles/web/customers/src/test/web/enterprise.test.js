import {same} from 'expect';
import {enterprise} from '../../main/resources/META-INF/clientele/web/demo/enterprise.js';

const WISH = {customers: 500, until: new Date('2026-11-29T00:00:00Z'), seed: 1};
const cells = (file, column) => {
  const [header, ...rows] = file.csv.trim().split('\n');
  const at = header.split(',').indexOf(column);
  return rows.map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, ''))[at]);
};

Deno.test('is the same for the same seed and day, and another for another seed', () => {
  same(enterprise(WISH), enterprise(WISH));
  same(enterprise(WISH)[0].csv === enterprise({...WISH, seed: 2})[0].csv, false);
});

Deno.test('has contacts and purchases over three years, none of them tomorrow', () => {
  const [customers, relations, interactions, purchases] = enterprise(WISH);
  const dates = [...cells(purchases, 'date'), ...cells(interactions, 'occurredAt').map((at) => at.slice(0, 10))].sort();

  same([customers.rows, relations.rows > 50, interactions.rows > 500, purchases.rows > 800], [500, true, true, true]);
  same([dates[0] >= '2023-11-28', dates[0] < '2024-01-31', dates.at(-1) <= '2026-11-29', dates.at(-1) > '2026-11-15'], [true, true, true, true]);
});

Deno.test('speaks of customers that are there, and gives no purchase to one who never bought', () => {
  const [customers, relations, interactions, purchases] = enterprise(WISH);
  const known = new Set(cells(customers, 'identifier'));
  const named = [...cells(relations, 'customer'), ...cells(relations, 'to'), ...cells(interactions, 'customer'), ...cells(purchases, 'customer')];
  const states = cells(customers, 'status');
  const status = new Map(cells(customers, 'identifier').map((id, at) => [id, states[at]]));

  same(named.every((id) => known.has(id)), true);
  same(cells(purchases, 'customer').some((id) => status.get(id) === 'prospect'), false);
});

Deno.test('lets a few customers bring most of the money', () => {
  const purchases = enterprise(WISH)[3];
  const sums = new Map();
  const amounts = cells(purchases, 'amount');
  cells(purchases, 'customer').forEach((id, at) => sums.set(id, (sums.get(id) ?? 0) + Number(amounts[at])));
  const sorted = [...sums.values()].sort((a, b) => b - a);
  const whole = sorted.reduce((sum, each) => sum + each, 0);
  const fifth = sorted.slice(0, Math.floor(sorted.length / 5)).reduce((sum, each) => sum + each, 0);

  same([fifth / whole > 0.6, fifth / whole < 0.99], [true, true]);
});
