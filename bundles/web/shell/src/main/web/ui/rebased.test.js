import {same} from 'expect';
import {rebased} from './rebased.js';

const BEFORE = {version: 1, name: 'Zwirn', owner: null, tags: ['a'], point: {kind: 'email', value: 'z@z.example'}};
const NAMES = ['name', 'owner', 'tags', 'point'];

Deno.test('keeps what was typed, takes over what others changed, and the new version', () => {
  const typed = {...BEFORE, name: 'Zwirn Ltd'};
  const now = {...BEFORE, version: 2, tags: ['a', 'b']};
  same(rebased({typed, before: BEFORE, now}, NAMES), {value: {...now, name: 'Zwirn Ltd'}, theirs: ['tags'], both: []});
});

Deno.test('names what both changed, unless they changed it to the same', () => {
  const typed = {...BEFORE, name: 'Zwirn Ltd', tags: ['b']};
  const now = {...BEFORE, version: 2, name: 'Zwirn AG', tags: ['b']};
  const {value, theirs, both} = rebased({typed, before: BEFORE, now}, NAMES);
  same([value.name, value.version, theirs, both], ['Zwirn Ltd', 2, ['name', 'tags'], ['name']]);
});

Deno.test('takes no order of parts and no blank for a change', () => {
  const typed = {...BEFORE, owner: undefined, point: {value: 'z@z.example', kind: 'email', label: ''}};
  const now = {...BEFORE, version: 2, owner: 'ada'};
  same(rebased({typed, before: BEFORE, now}, NAMES), {value: now, theirs: ['owner'], both: []});
});

Deno.test('keeps a part that was emptied', () => {
  const {value} = rebased({typed: {version: 1, name: undefined}, before: {version: 1, name: 'Zwirn'}, now: {version: 2, name: 'Zwirn'}}, ['name']);
  same([value.name, value.version], [undefined, 2]);
});
