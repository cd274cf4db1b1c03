import {codeName} from './formats.js';

const same = (actual, expected) => {
  if (actual !== expected) {
    throw new Error(`${actual} is not ${expected}`);
  }
};

Deno.test('calls languages and countries by their names, and what is none as it is', () => {
  same(codeName('language', 'zh-Hans', 'en'), 'Simplified Chinese');
  same(codeName('region', 'CN', 'zh-CN'), '中国');
  same(codeName('language', 'no language', 'en'), 'no language');
  same(codeName('region', 'Absurdistan', 'en'), 'Absurdistan');
});
