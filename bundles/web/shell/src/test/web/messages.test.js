import {same} from 'expect';
import {format} from '../../main/web/ui/messages.js';

const DEALS = '{n, plural, =0 {no deal} one {# deal} other {# deals}} of {name}';

Deno.test('chooses the form that a number needs in the language', () => {
  same(format(DEALS, 'en', {n: 0, name: 'Ada'}), 'no deal of Ada');
  same(format(DEALS, 'en', {n: 1, name: 'Ada'}), '1 deal of Ada');
  same(format(DEALS, 'en', {n: 1204, name: 'Ada'}), '1,204 deals of Ada');
  same(format('{n, plural, other {# 个商机}}', 'zh-CN', {n: 1}), '1 个商机');
});

Deno.test('chooses by words, and puts messages into messages', () => {
  const text = '{kind, select, mail {{n, plural, one {a mail} other {# mails}}} other {something}} came';
  same(format(text, 'en', {kind: 'mail', n: 3}), '3 mails came');
  same(format(text, 'en', {kind: 'fax'}), 'something came');
});

Deno.test('leaves values as they are, whatever signs they hold', () => {
  same(format('Hello {name}', 'en', {name: '{n} # <b>'}), 'Hello {n} # <b>');
  same(format('Hello {name}', 'en', {}), 'Hello ');
  same(format('No place here', 'en', {name: 'x'}), 'No place here');
});

Deno.test('names a message whose braces do not close', () => {
  let said = '';
  try {
    format('Hello {name', 'en', {});
  } catch (failure) {
    said = failure.message;
  }
  same(said.includes('Hello {name'), true);
});
