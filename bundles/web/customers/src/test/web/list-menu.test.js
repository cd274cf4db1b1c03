import {same} from 'expect';
import {menu} from '../../main/resources/META-INF/clientele/web/list-page.js';

/** A list in its order, in front of somebody who may take it along or not. */
function listOf(sort, mayExport) {
  const sorted = [];
  const columns = [{key: 'name', title: 'Name', sortable: true}, {key: 'tag', title: 'Tags', sortable: false}, {key: 'status', title: 'Status', sortable: true}];
  const view = {sort, columns: [], factColumns: {of: () => columns}, context: {can: () => mayExport}, source: {}, sortBy: (by) => sorted.push(by)};
  return {items: menu(view, (key, {name = ''} = {}) => key + name), sorted};
}

Deno.test('offers on a phone what has no room there: the file and the order', () => {
  same(listOf('name', true).items.map(({label, checked}) => [label, checked]), [['list.export', undefined], [undefined, undefined], ['list.sortName', true], ['list.sortStatus', false]]);
  same(listOf('name', false).items.length, 2);
});

Deno.test('turns the order round when it is chosen again', () => {
  const {items, sorted} = listOf('name', false);
  items.forEach((item) => item.action());
  const turned = listOf('-name', false);
  turned.items[0].action();
  same([sorted, turned.sorted, turned.items[0].icon], [['-name', 'status'], ['name'], 'arrow-down']);
});
