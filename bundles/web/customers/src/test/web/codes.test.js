import {same} from 'expect';
import {called, inWords} from '../../main/resources/META-INF/clientele/web/codes.js';

const t = (key) => ({'relation.employer': '雇主'})[key] ?? key;

Deno.test('says codes in words, and what nobody has words for as it is', () => {
  same(['employer', 'Employer', 'godmother'].map((kind) => inWords(t, 'relation', kind)), ['雇主', '雇主', 'godmother']);
});

Deno.test('calls languages and countries by their names', () => {
  same([called('language', 'zh-Hans', 'en'), called('region', 'CN', 'zh-CN')], ['Simplified Chinese', '中国']);
  same([called('language', 'no language', 'en'), called('region', 'Absurdistan', 'en')], ['no language', 'Absurdistan']);
});
