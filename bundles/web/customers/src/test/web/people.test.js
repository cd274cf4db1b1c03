import {same} from 'expect';
import {People} from '../../main/resources/META-INF/clientele/web/people.js';

/** A server that knows Ada and the North, and keeps what it is asked. */
function server() {
  const asked = [];
  const items = {'/api/v1/users': [{id: 'u1', login: 'ada', name: 'Ada', active: true}], '/api/v1/teams': [{id: 't1', name: 'North'}]};
  const get = async (path) => {
    asked.push(path);
    return {body: {items: items[path], next: null}};
  };
  return {context: {api: {get}}, asked};
}

Deno.test('reads users and teams once, and not before a name is asked for', async () => {
  const {context, asked} = server();
  let changes = 0;
  const people = new People(context, () => changes++);
  const before = asked.length;

  const first = people.user('u1');
  people.team('t1');
  await people.load();

  same([before, first, changes], [0, '', 1]);
  same(asked, ['/api/v1/users', '/api/v1/teams']);
  same([people.user('u1'), people.team('t1'), people.user(null)], ['Ada', 'North', '']);
  same([people.userOptions[0].label, people.teamOptions[0].label, asked.length], ['Ada', 'North', 2]);
});

Deno.test('tells once when they cannot be read', async () => {
  const told = [];
  const api = {get: async () => Promise.reject(new Error('no'))};
  const people = new People({api, notify: (notice) => told.push(notice.text)}, () => {});

  same(people.userOptions, []);
  await people.load();
  people.user('u1');

  same(told, ['no']);
});
