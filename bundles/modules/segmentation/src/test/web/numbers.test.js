import {count, daysBefore, decimal, money, movement, plain, share, signed, signedShare, thinned, weight, writtenNumbers} from '../../main/resources/META-INF/clientele/web/numbers.js';
import {same} from './expect.js';

Deno.test('reads cut points however they are parted', () => {
  same(writtenNumbers('2, 5;10'), [2, 5, 10]);
  same(writtenNumbers('2，5、10 20'), [2, 5, 10, 20]);
  same(writtenNumbers('-1.5,2e3'), [-1.5, 2000]);
  same(writtenNumbers(''), []);
});

Deno.test('takes no cut points in which one is no number', () => {
  same(writtenNumbers('2, many'), undefined);
});

Deno.test('writes a number as a filter takes it, without an exponent', () => {
  same(plain(1e21), '1000000000000000000000');
  same(plain(0.0000001), '0.0000001');
  same(plain(-12.5), '-12.5');
});

Deno.test('says parts of a whole as precisely as they are worth', () => {
  same(share(0.254, 'en'), '25%');
  same(share(0.0321, 'en'), '3.2%');
  same(share(0, 'en'), '0%');
  same(share(undefined, 'en'), '–');
});

Deno.test('writes money without small change, and numbers as long as they are small', () => {
  same(money(1234.5, 'en', 'EUR'), '€1,235');
  same(money(1234.4, 'en'), '1,234');
  same(decimal(3.14159, 'en'), '3.14');
  same(decimal(314.159, 'en'), '314');
  same(count(1234567, 'zh-CN'), '1,234,567');
});

Deno.test('shows the sign of a change', () => {
  same([signed(3, 'en'), signed(-3, 'en'), signed(0, 'en')], ['+3', '−3', '0']);
  same([signedShare(0.1234, 'en'), signedShare(-0.5, 'en'), signedShare(null, 'en')], ['+12.3%', '−50%', '']);
});

Deno.test('sums up who came and went in the last days only', () => {
  const curve = [
    {day: '2026-11-01', size: 9, entered: 9, left: 0},
    {day: '2026-11-02', size: 8, entered: 1, left: 2},
    {day: '2026-11-03', size: 11, entered: 3, left: 0},
  ];
  same(movement(curve, 2), {entered: 4, left: 2});
});

Deno.test('thins a long curve and keeps its end', () => {
  same(thinned([1, 2, 3, 4, 5, 6, 7], 3), [1, 4, 7]);
  same(thinned([1, 2, 3, 4, 5, 6, 7, 8], 3), [2, 5, 8]);
  same(thinned([1, 2], 3), [1, 2]);
});

Deno.test('weighs in seven steps, of which the first is nothing', () => {
  same([weight(0, 100), weight(1, 100), weight(25, 100), weight(100, 100)], [0, 1, 3, 6]);
});

Deno.test('counts days back over the end of a month', () => {
  same(daysBefore('2026-03-01', 1), '2026-02-28');
});
