import {channelName, choiceOf, chosenOf, windowOf} from '../../main/resources/META-INF/clientele/web/channels.js';
import {both, verdict} from '../../main/resources/META-INF/clientele/web/division.js';
import {fileOf} from '../../main/resources/META-INF/clientele/web/files.js';
import {exported} from '../../main/resources/META-INF/clientele/web/member-columns.js';
import {shifted} from '../../main/resources/META-INF/clientele/web/ordered.js';
import {same} from './expect.js';

Deno.test('keeps the order and choice of channels over those that come and go', () => {
  const kept = {order: ['sms', 'fax', 'email'], off: ['fax', 'email']};
  same(choiceOf(kept, ['email', 'phone', 'sms']), {order: ['sms', 'email', 'phone'], off: ['email']});
  same(chosenOf(choiceOf(kept, ['email', 'phone', 'sms'])), ['sms', 'phone']);
  same(chosenOf(choiceOf(undefined, ['email', 'phone'])), ['email', 'phone']);
});

Deno.test('calls a channel that it does not know by its code', () => {
  const catalogue = {host: {t: (key) => ({'channel.email': '电子邮件'})[key] ?? key}};
  same([channelName(catalogue, 'email'), channelName(catalogue, 'pigeon')], ['电子邮件', 'pigeon']);
});

Deno.test('tells the window on the clock of the customer', () => {
  const hours = {from: '2026-11-30T01:00:00Z', until: '2026-11-30T10:00:00Z'};
  same(/9:00/.test(windowOf({...hours, timeZone: 'Asia/Shanghai'}, 'en')) && /6:00/.test(windowOf({...hours, timeZone: 'Asia/Shanghai'}, 'en')), true);
  same(windowOf({...hours, timeZone: 'Moon/Tranquility'}, 'en').endsWith(' UTC'), true);
});

Deno.test('asks for a file with the mark by which a spreadsheet tells its letters', () => {
  same(fileOf('/plan', {channels: 'email,phone'}), '/plan?channels=email%2Cphone&bom=true');
  same(fileOf('/plan', {channels: ''}), '/plan?bom=true');
});

Deno.test('takes no more facts into a file than it may have, and only those that there are', () => {
  const many = Array.from({length: 40}, (_, i) => `f${i}`);
  same(exported(many, {fact: () => true}).split(',').length, 30);
  same(exported(['status', 'gone'], {fact: (name) => (name === 'status' ? {} : undefined)}), 'status');
});

Deno.test('moves a thing within an order, and not over its ends', () => {
  same([shifted(['a', 'b', 'c'], 2, 0), shifted(['a', 'b', 'c'], 0, 1), shifted(['a', 'b'], 0, -1), shifted(['a', 'b'], 1, 2)], [['c', 'a', 'b'], ['b', 'a', 'c'], ['a', 'b'], ['a', 'b']]);
});

Deno.test('tells whether segments divide everybody', () => {
  same(verdict({customers: 9, nobody: 0, several: 0}), 'overlap.verdict.all.apart');
  same(verdict({customers: 9, nobody: 0, several: 2}), 'overlap.verdict.all.shared');
  same(verdict({customers: 9, nobody: 1, several: 0}), 'overlap.verdict.gaps.apart');
  same(verdict({customers: 9, nobody: 1, several: 1}), 'overlap.verdict.gaps.shared');
  same(verdict({customers: 0, nobody: 0, several: 0}), 'overlap.verdict.empty');
});

Deno.test('finds how many are in two segments from either side', () => {
  const found = {customers: 9, nobody: 0, several: 2, segments: [{key: 'a', members: 5}, {key: 'b', members: 4}], pairs: [{one: 'a', other: 'b', both: 2}]};
  same([both(found, 'a', 'b'), both(found, 'b', 'a'), both(found, 'b', 'b')], [2, 2, 4]);
});
