import {same} from 'expect';
import {ListSource} from '../../main/resources/META-INF/clientele/web/list-source.js';

const LIST = {filter: 'status==active', sort: '-name', columns: ['name', 'rfm.group']};

/** A server that keeps what it is asked. */
function server(total = 450) {
  const asked = [];
  const api = {
    get: async (path, {query}) => {
      asked.push(query);
      return {body: {items: [], total}};
    },
  };
  return {api, asked};
}

function source(api) {
  let changes = 0;
  const made = new ListSource(api, {changed: () => changes++, patch: () => {}, shown: () => []});
  return {made, changes: () => changes};
}

Deno.test('counts once the first rows are there, and then no more', async () => {
  const {api, asked} = server();
  const {made, changes} = source(api);
  made.begin(LIST);
  same([asked.length, made.total], [0, undefined]);

  await made.count({count: 50, more: true});
  await made.count({count: 100, more: true});

  same([asked.length, made.total, changes()], [1, 450, 1]);
  same([asked[0].filter, asked[0].limit, asked[0].total], ['status==active', 1, true]);
});

Deno.test('asks nobody how many there are when all of them are shown', async () => {
  const {api, asked} = server();
  const {made} = source(api);
  made.begin(LIST);

  await made.count({count: 3, more: false});

  same([asked.length, made.total], [0, 3]);
});

Deno.test('reads pages with the facts of its columns', async () => {
  const {api, asked} = server();
  const {made} = source(api);
  made.begin(LIST);

  await made.load({cursor: 'x', limit: 50});

  same(asked[0], {filter: 'status==active', sort: '-name', facts: 'rfm.group', limit: 50, cursor: 'x'});
});

Deno.test('offers as a file what the list shows, in its order', () => {
  const {made} = source(server().api);
  made.begin(LIST);
  same(made.file, '/api/v1/exports/customers?bom=true&facts=name%2Crfm.group&sort=-name&filter=status%3D%3Dactive');
});
