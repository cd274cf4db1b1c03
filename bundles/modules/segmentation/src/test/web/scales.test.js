import {bandName, draftOf, firstScale, freeKey, insight, least, rangeOf, sentScale, usualLimits, withUsualLimits} from '../../main/resources/META-INF/clientele/web/scales.js';
import {same} from './expect.js';

const t = (key, values = {}) => [key, ...Object.values(values)].join(' ');
const SCALE = {
  id: 's', version: 3, key: 'abc', name: 'ABC', fact: 'rfm.money', gradeFact: 'grade.abc', method: 'share', margin: 0.07, cuts: [1000, 200], status: 'ok',
  bands: [{key: 'A', name: 'Best', limit: 0.8}, {key: 'B', name: 'Good', limit: 0.95}, {key: 'C', name: '', limit: null}], negative: {key: 'D', name: 'Bad'},
};

Deno.test('sends what it was read from, percent as parts', () => {
  const {key, name, fact, method, margin, bands, negative} = sentScale(draftOf(SCALE));
  same({key, name, fact, method, margin, negative}, {key: 'abc', name: 'ABC', fact: 'rfm.money', method: 'share', margin: 0.07, negative: {key: 'D', name: 'Bad'}});
  same(bands, [{key: 'A', name: 'Best', limit: 0.8}, {key: 'B', name: 'Good', limit: 0.95}, {key: 'C', name: ''}]);
});

Deno.test('shows parts as percent without the dust of computing', () => {
  same([draftOf(SCALE).margin, draftOf(SCALE).bands.map((band) => band.limit ?? null)], [7, [80, 95, null]]);
  same(sentScale({...draftOf(SCALE), margin: '33.3'}).margin, 0.333);
});

Deno.test('sends fixed limits as they are, and none with natural breaks', () => {
  const bands = [{key: 'A', limit: '1000.5'}, {key: 'B', limit: '7'}];
  same(sentScale({method: 'fixed', bands}).bands.map((band) => band.limit ?? null), [1000.5, null]);
  same(sentScale({method: 'breaks', bands}).bands.map((band) => band.limit ?? null), [null, null]);
});

Deno.test('leaves a limit that is not there for the server to ask for', () => {
  same(sentScale({method: 'fixed', bands: [{key: 'A', limit: ''}, {key: 'B'}]}).bands[0].limit ?? null, null);
});

Deno.test('sends a band of the negative only if it is wanted', () => {
  same(sentScale({...draftOf(SCALE), apart: false}).negative ?? null, null);
  same(sentScale({method: 'fixed', bands: [], apart: true}).negative.key, '');
});

Deno.test('proposes limits for any number of bands', () => {
  same([usualLimits('share', 3), usualLimits('percentile', 3), usualLimits('percentile', 4), usualLimits('fixed', 3)], [[80, 95], [20, 50], [25, 50, 75], []]);
  same(withUsualLimits({method: 'percentile', bands: [{key: 'A', limit: 900}, {key: 'B'}]}).bands, [{key: 'A', limit: 50}, {key: 'B'}]);
});

Deno.test('begins with the ABC of money, or of purchases while no money is summed up', () => {
  const facts = ['timeline.interactions', 'purchases.count', 'rfm.money'];
  same([firstScale(t, facts, true).fact, firstScale(t, facts, false).fact, firstScale(t, ['age'], true).fact], ['rfm.money', 'purchases.count', 'age']);
  same(sentScale(firstScale(t, facts, true)).bands.map((band) => band.limit ?? null), [0.8, 0.95, null]);
});

Deno.test('tells which values are in a band', () => {
  same([0, 1, 2, 3].map((at) => rangeOf(SCALE, at, 'en', t)), ['grade.range.from 1,000', 'grade.range.from 200', 'grade.range.below 200', 'grade.range.negative']);
  same(rangeOf({...SCALE, cuts: []}, 1, 'en', t), '');
});

Deno.test('names bands, also one without a name and one that is gone', () => {
  same(['A', 'C', 'D', 'Z', null].map((key) => bandName(SCALE, key)), ['Best', 'C', 'Bad', 'Z', null]);
});

Deno.test('says how many customers a scale needs', () => {
  same([least(SCALE), least({...SCALE, method: 'fixed'})], [30, 0]);
});

Deno.test('proposes a key that no band has', () => {
  same(freeKey([{key: 'A', name: ''}, {key: 'C', name: ''}], {key: 'B', name: ''}), 'D');
});

Deno.test('says what the best bring, if anybody is graded', () => {
  const bands = [{name: 'None', share: 0, valueShare: 0}, {name: 'Best', share: 0.2, valueShare: 0.81}];
  same(insight({customers: 10, bands}, 'en'), {band: 'Best', share: '20%', value: '81%'});
  same(insight({customers: 0, bands: []}, 'en') ?? null, null);
});
