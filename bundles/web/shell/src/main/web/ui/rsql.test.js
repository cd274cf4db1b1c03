import {parse, quote, write} from './rsql.js';

const same = (actual, expected) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    throw new Error(`${a} is not ${b}`);
  }
};

Deno.test('reads conditions that must all hold', () => {
  same(parse('address.city==上海;purchases.count>3'), [
    {fact: 'address.city', op: '==', values: ['上海']},
    {fact: 'purchases.count', op: '=gt=', values: ['3']},
  ]);
});

Deno.test('reads sets, beginnings and what is not known', () => {
  same(parse("status=in=(active,'on hold');name==wang*;owner=null=true"), [
    {fact: 'status', op: '=in=', values: ['active', 'on hold']},
    {fact: 'name', op: '=begins=', values: ['wang']},
    {fact: 'owner', op: '=unknown=', values: []},
  ]);
});

Deno.test('keeps what is more than that as it is', () => {
  for (const text of ['a==1,b==2', '(a==1;b==2),c==3', 'a==1;(b==2,c==3)', "a=='open"]) {
    same(write(parse(text)), text);
  }
});

Deno.test('puts alternatives in parentheses when a condition joins them', () => {
  same(write([...parse('a==1,b==2'), {fact: 'c', op: '==', values: ['3']}]), '(a==1,b==2);c==3');
});

Deno.test('writes what it read', () => {
  for (const text of ["name=='o\\'brien, ann;b'", "city=='van der'*", 'tag=out=(a,b)', 'x=null=false', 'at=lt=-P30D', "star=='a*'"]) {
    same(write(parse(text)), text);
  }
});

Deno.test('quotes only what must be', () => {
  same(['上海', 'a b', "it's", 'w@example.com'].map(quote), ['上海', "'a b'", "'it\\'s'", 'w@example.com']);
});
