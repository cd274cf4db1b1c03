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
