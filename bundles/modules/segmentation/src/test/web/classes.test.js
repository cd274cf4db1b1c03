import {draftOf, faultsOf, firstDraft, sentClasses, withAnother, withKeys} from '../../main/resources/META-INF/clientele/web/class-drafts.js';
import {otherFaults} from '../../main/resources/META-INF/clientele/web/faults.js';
import {same} from './expect.js';

const t = (key) => key.split('.').at(-1);

Deno.test('begins with two rules and everybody who is left', () => {
  const draft = firstDraft(t);
  same(draft.rules.map((rule) => rule.key), ['first', 'second', 'rest']);
});

Deno.test('lets keys follow names until somebody writes another', () => {
  const draft = withKeys({rules: [{place: 0, key: 'own', name: 'Gold', filter: '', named: true}, {place: 1, key: 'old', name: 'Own', filter: ''}, {place: 2, key: '', name: '', filter: ''}], name: 'By worth'});
  same(draft.key, 'byWorth');
  same(draft.rules.map((rule) => rule.key), ['own', 'own2', '']);
});

Deno.test('keeps a long name in a key of nineteen characters', () => {
  const long = 'The very best customers of all';
  const {rules} = withKeys({rules: [{place: 0, key: '', name: long, filter: ''}, {place: 1, key: '', name: `${long} too`, filter: ''}]});
  same(rules.map((rule) => rule.key.length <= 19), [true, true]);
  same(rules[0].key === rules[1].key, false);
});

Deno.test('counts names without a letter that may be in a key', () => {
  const rules = ['重要客户', '新客户', '其他'].map((name, place) => ({place, key: '', name, filter: ''}));
  same(withKeys({rules}).rules.map((rule) => rule.key), ['class1', 'class2', 'class3']);
});

Deno.test('adds a rule before the one for everybody who is left', () => {
  const draft = withAnother(firstDraft(t));
  same(draft.rules.map((rule) => rule.place), [0, 1, 3, 2]);
});

Deno.test('sends no filter with the last rule, wherever it stood before', () => {
  const draft = draftOf({id: 'i', version: 3, key: 'worth', name: 'Worth', rules: [{key: 'a', name: 'A', filter: 'status==active', segment: 's', fact: 'f'}, {key: 'b', name: 'B', filter: null, segment: 's', fact: 'f'}]});
  same(sentClasses(draft), {key: 'worth', name: 'Worth', rules: [{key: 'a', name: 'A', filter: 'status==active'}, {key: 'b', name: 'B'}]});
});

Deno.test('brings what is wrong to the rule that it is wrong with', () => {
  const errors = [{pointer: '/rules/1/filter', detail: 'f'}, {pointer: '/rules/1/key', detail: 'k'}, {pointer: '/name', detail: 'n'}];
  same(faultsOf({errors}, 1), {filter: {errors: [errors[0]]}, others: [errors[1]]});
  same(faultsOf({errors}, 0), {others: []});
  same(otherFaults({detail: 'd', errors}, '/rules'), {detail: 'd', errors: [errors[2]]});
  same(otherFaults({errors: errors.slice(0, 2)}, '/rules') ?? null, null);
  same(otherFaults({detail: 'gone'}, '/rules'), {detail: 'gone', errors: []});
});
