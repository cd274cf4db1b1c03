import {both, proposedKey, putTogether, split, takeApart} from '../../main/resources/META-INF/clientele/web/rules.js';
import {same} from './expect.js';

Deno.test('takes a rule apart into conditions and segments', () => {
  same(takeApart('status==active;segment.gold==true;(segment.north==true,segment.south==true);segment.lapsed==false'), {
    conditions: 'status==active', all: ['gold'], any: ['north', 'south'], none: ['lapsed'],
  });
});

Deno.test('leaves an alternative whole', () => {
  same(takeApart('segment.gold==true,status==active').conditions, 'segment.gold==true,status==active');
  same(takeApart('(segment.gold==true,status==active)').conditions, '(segment.gold==true,status==active)');
});

Deno.test('puts together what it took apart', () => {
  const rule = 'purchases.count=gt=3;segment.gold==true;(segment.north==true,segment.south==true);segment.lapsed==false';
  same(putTogether(takeApart(rule)), rule);
});

Deno.test('keeps a second choice among segments as a condition', () => {
  const rule = '(segment.a==true,segment.b==true);(segment.c==true,segment.d==true)';
  same(takeApart(putTogether(takeApart(rule))), takeApart(rule));
});

Deno.test('keeps a choice among one segment apart from what all are in', () => {
  same(putTogether({conditions: '', all: ['b'], any: ['a'], none: []}), 'segment.b==true;(segment.a==true)');
  same(takeApart('segment.b==true;(segment.a==true)').any, ['a']);
});

Deno.test('puts an alternative into parentheses when something is added', () => {
  same(putTogether({conditions: 'a==1,b==2', all: ['gold'], any: [], none: []}), '(a==1,b==2);segment.gold==true');
});

Deno.test('cuts nowhere within quotes or parentheses', () => {
  same(split("name=='a;b';(x==1;y==2);z=in=(1,2)", ';'), ["name=='a;b'", '(x==1;y==2)', 'z=in=(1,2)']);
  same(split("name=='it\\'s;so';b==1", ';'), ["name=='it\\'s;so'", 'b==1']);
  same(split("name=='open;b==1", ';'), ["name=='open;b==1"]);
});

Deno.test('joins what is not blank', () => {
  same(both('', 'a==1', undefined, 'b==1,c==1'), 'a==1;(b==1,c==1)');
});

Deno.test('proposes a key that nobody has', () => {
  same(proposedKey('Lapsed in Köln 2026', []), 'lapsedInKoln2026');
  same(proposedKey('Gold', ['gold', 'gold2']), 'gold3');
  same(proposedKey('上海客户', ['segment1']), 'segment2');
  same(proposedKey('90 days', []), 'days');
});
