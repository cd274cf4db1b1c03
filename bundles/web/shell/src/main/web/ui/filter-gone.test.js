import {same} from 'expect';
import {gone, withoutGone} from './filter-gone.js';
import {parse} from './rsql.js';

const FACTS = [{name: 'status'}];
const SAID = "position 16: there is no fact 'loyalty.tier'; GET /api/v1/facts lists them all";

Deno.test('names the condition whose fact is away, and leaves it out', () => {
  const parts = parse('status==active;loyalty.tier==gold');
  same(gone(parts, FACTS, SAID), ['loyalty.tier']);
  same(withoutGone(parts, ['loyalty.tier']), 'status==active');
});

Deno.test('lets the server speak of everything else', () => {
  same(gone(parse('status==active'), FACTS, "position 9: 'status' has no value 'active'"), []);
  same(gone(parse('segment.gold==true;status==x'), FACTS, "'x' is no status"), []);
  same(gone(parse('loyalty.tier==gold'), [], SAID), []);
});
