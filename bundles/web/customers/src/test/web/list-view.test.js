import {same} from 'expect';
import {ListView} from '../../main/resources/META-INF/clientele/web/list-view.js';

function view(drawn = () => {}) {
  const context = {session: {id: '1'}, t: (key) => key, api: {}};
  return new ListView({context, requestUpdate: drawn}, {});
}

Deno.test('reads again after a filter that could not be read: the fault of one list is not that of the next', () => {
  const shown = view();
  shown.narrow('nmae==x');
  shown.told({state: 'failed', count: 0, problem: {errors: [{pointer: 'filter'}]}});
  same([shown.state.state, shown.problem !== undefined], ['failed', true]);

  shown.narrow('name==x');

  same([shown.state.state, shown.problem], ['empty', undefined]);
});

Deno.test('draws the page for the first rows and for what fails, and not for rows that follow others', () => {
  let drawn = 0;
  const shown = view(() => drawn++);
  const told = (state, count) => {
    const before = drawn;
    shown.told({state, count, more: true, total: 300});
    return drawn > before;
  };

  same(['loading', 'ready'].map((state) => told(state, state === 'ready' ? 100 : 0)), [true, true]);
  same([told('loading', 100), told('ready', 300)], [false, false]);
  same([told('failed', 300), told('loading', 300)], [true, true]);
});

/** A list that somebody comes back to, and the ids of the rows that are read again. */
function left() {
  const shown = view();
  const rows = ['1', '2', '3'].map((id) => ({id}));
  shown.host.renderRoot = {querySelector: () => ({items: rows, seen: rows.slice(0, 2)})};
  const stale = [];
  shown.source.stale = (id) => stale.push(id);
  return {shown, stale, back: () => shown.told({state: 'ready', count: 3, more: false, kept: true})};
}

Deno.test('reads again who changed while another page was shown, and nobody else', () => {
  const {shown, stale, back} = left();
  shown.told({state: 'ready', count: 3, more: false});
  ['3', '7'].forEach((customer) => shown.missed({type: 'registry.CustomerChanged', customer}));
  shown.missed({type: 'registry.CustomerAdded', customer: '8'});
  back();
  back();
  same([stale, shown.fresh], [['3'], 1]);
});

Deno.test('reads all in sight again where it is not known who changed', () => {
  const another = left();
  another.back();
  const cut = left();
  cut.shown.told({state: 'ready', count: 3, more: false});
  cut.shown.missed({type: 'reset', customer: null});
  cut.back();
  same([another.stale, cut.stale], [['1', '2'], ['1', '2']]);
});

Deno.test('is known by what it shows', () => {
  const shown = view();
  shown.narrow('name==x');
  const before = shown.memory;
  shown.sortBy('-name');
  same([before, shown.memory], ['customers name==x name ', 'customers name==x -name ']);
});
