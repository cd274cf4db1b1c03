import {begunTag, draftOf, newTags, sentContents, startOf, tagsOf, withAnother, withTag} from '../../main/resources/META-INF/clientele/web/content-drafts.js';
import {same} from './expect.js';

const tea = {key: 'tea', title: 'Tea time', text: 'Come by', channels: ['email'], tags: ['tea', 'vip']};
const everybody = {text: '', channels: [], tags: []};

Deno.test('sends pieces as they were read if nothing was changed', () => {
  const draft = draftOf({version: 3, items: [tea]});
  same(draft.version, 3);
  same(sentContents(draft), {items: [tea]});
});

Deno.test('gives a new piece a key that follows from its title and that no other has', () => {
  const draft = withAnother(withAnother(draftOf({version: 3, items: [tea]})));
  const [first, second, third] = draft.pieces;
  same(draft.pieces.map((piece) => piece.place), [0, 1, 2]);
  const pieces = [first, {...second, title: 'Tea'}, {...third, title: '春茶'}];
  same(sentContents({...draft, pieces}).items, [tea, {key: 'tea2', title: 'Tea', ...everybody}, {key: 'content1', title: '春茶', ...everybody}]);
});

Deno.test('keeps the places of pieces whatever goes', () => {
  const {pieces, version} = withAnother(draftOf({version: 1, items: [tea]}));
  same(withAnother({version, pieces: pieces.slice(1)}).pieces.map((piece) => piece.place), [1, 2]);
  same(withAnother({version, pieces: []}).pieces.map((piece) => piece.place), [0]);
});

Deno.test('parts tags at commas of either script', () => {
  same(tagsOf(' tea,  vip，金牌、, '), ['tea', 'vip', '金牌']);
  same([begunTag('tea, v'), begunTag('tea,'), begunTag('')], ['v', '', '']);
});

Deno.test('completes the tag that was begun, or adds one', () => {
  same([withTag('tea, V', 'vip'), withTag('tea', 'vip'), withTag('tea, ', 'vip'), withTag('', 'vip')], ['tea, vip', 'tea, vip', 'tea, vip', 'vip']);
});

Deno.test('offers no tag that is there', () => {
  same(newTags(['tea', 'vip', 'golf'], 'Tea, gol'), ['vip', 'golf']);
});

Deno.test('cuts a long text at the end of a word if there are words', () => {
  same(startOf('short'), 'short');
  same(startOf('word '.repeat(40)), 'word '.repeat(32).trim());
  same(startOf('字'.repeat(200)).length, 160);
});
