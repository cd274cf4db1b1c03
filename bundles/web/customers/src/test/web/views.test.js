import {same} from 'expect';
import {Views} from '../../main/resources/META-INF/clientele/web/views.js';

Deno.test('removes a view only as it was read', async () => {
  const sent = [];
  const api = {del: async (...request) => sent.push(request), get: async () => ({body: {items: []}})};
  const views = new Views({api, session: {id: '1'}, t: (key) => key}, () => {});

  await views.remove({id: '3', version: 7, owner: '1', name: 'Mine', filter: '', sort: 'name', columns: [], shared: 'nobody'});

  same(sent, [['/api/v1/views/3', {ifMatch: '"7"'}]]);
});
