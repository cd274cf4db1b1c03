import {same} from 'expect';
import {inWords} from '../../main/resources/META-INF/clientele/web/codes.js';

Deno.test('says codes in words, and what nobody has words for as it is', () => {
  same(['employer', 'Employer', 'godmother'].map((kind) => inWords('relation', kind, 'zh-CN')), ['雇主', '雇主', 'godmother']);
  same([inWords('way', 'on site', 'en'), inWords('purpose', 'marketing', 'en')], ['on site', 'Marketing']);
});
