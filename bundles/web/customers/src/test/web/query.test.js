import {same} from 'expect';
import {both, wordsFilter} from '../../main/resources/META-INF/clientele/web/query.js';

Deno.test('joins conditions so that alternatives stay together', () => {
  same(both('status==active,status==prospect', "search=text='ada'"), "(status==active,status==prospect);search=text='ada'");
  same(both('', '  '), '');
  same(both('status==active', ''), 'status==active');
});

Deno.test('searches for words without what would end the text', () => {
  same(wordsFilter(`O'Neill "x" \\`), "search=text='O Neill  x'");
  same(wordsFilter(' '), '');
});
