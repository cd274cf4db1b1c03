import {same} from 'expect';
import {ListView} from '../../main/resources/META-INF/clientele/web/list-view.js';

function view() {
  const context = {session: {id: '1'}, t: (key) => key, api: {}};
  return new ListView({context, requestUpdate: () => {}}, {});
}

Deno.test('reads again after a filter that could not be read: the fault of one list is not that of the next', () => {
  const shown = view();
  shown.narrow('nmae==x');
  shown.told({state: 'failed', count: 0, problem: {errors: [{pointer: 'filter'}]}});
  same([shown.state.state, shown.problem !== undefined], ['failed', true]);

  shown.narrow('name==x');

  same([shown.state.state, shown.problem], ['empty', undefined]);
});
