import {same} from 'expect';
import {Problem} from '@clientele/ui';
import {Relations} from '../../main/resources/META-INF/clientele/web/relations.js';
import {ViewDialog} from '../../main/resources/META-INF/clientele/web/view-dialog.js';
import {handlers, settled} from './templates.js';

const REFUSED = new Problem({status: 403, title: 'Not yours'});

/** A world in which the server refuses everything. */
function world() {
  const notices = [];
  const refuse = () => Promise.reject(REFUSED);
  const context = {locale: 'en', can: () => true, api: {post: refuse, del: refuse}, notify: (notice) => notices.push(notice.kind ?? notice.text)};
  const host = {context, t: (key) => key, requestUpdate: () => {}, updateComplete: new Promise(() => {})};
  return {context, host, notices};
}

const RELATION = {id: '7', kind: 'employer', direction: 'out', to: '2', toName: 'Zwirn Ltd'};

Deno.test('does not say that a relation was removed which is still there', async () => {
  const {host, notices} = world();
  const relations = new Relations(host, '1', {items: [RELATION], begin: async () => {}});

  const [remove] = handlers(relations.render());
  remove();
  await settled();

  same([notices, relations.problem], [[], REFUSED]);
});

Deno.test('keeps the form of a relation that was refused, with the reason', async () => {
  const {host} = world();
  const relations = new Relations(host, '1', {items: [], begin: async () => {}});
  relations.found = [{id: '2', name: 'Zwirn Ltd'}];
  relations.adding = true;
  const fields = {kind: {value: 'employer'}, other: {value: 'Zwirn Ltd'}};
  const form = {elements: {...fields, namedItem: (name) => fields[name]}, reset: () => fields.kind.value = ''};

  const [submit] = handlers(relations.render());
  submit({preventDefault: () => {}, target: form});
  await settled();

  same([relations.adding, relations.problem, fields.kind.value], [true, REFUSED, 'employer']);
});

Deno.test('does not say that a view was removed which is still there', async () => {
  const {context, host, notices} = world();
  const shown = [];
  const dialog = new ViewDialog({context, host, show: (view) => shown.push(view), views: {remove: () => Promise.reject(REFUSED)}}, () => {});

  await dialog.remove({id: '3', name: 'Mine', filter: '', sort: 'name', columns: [], shared: 'nobody'});

  same([notices, shown], [['bad'], []]);
});
