import {same} from 'expect';
import {Problem} from '@clientele/ui';
import {CustomerEditor} from '../../main/resources/META-INF/clientele/web/customer-editor.js';
import {handlers, settled} from './templates.js';

const BEFORE = {id: '1', version: 1, name: 'Zwirn', status: 'active', kind: 'organisation', contactPoints: [], identifiers: [], tags: []};
const NOW = {...BEFORE, version: 2, status: 'archived'};

/** An editor in a world where somebody else has saved {@link NOW}. */
function world() {
  const kept = new Map();
  const sent = [];
  const api = {
    get: async () => ({body: NOW}),
    put: async (path, {body, ifMatch}) => {
      sent.push([body.name, body.status, ifMatch]);
      if (ifMatch !== '"2"') {
        throw new Problem({status: 412, title: 'stale'});
      }
      return {body: {...body, version: 3}};
    },
  };
  const drafts = {get: (key) => structuredClone(kept.get(key)), set: (key, value) => kept.set(key, structuredClone(value)), clear: (key) => kept.delete(key)};
  const t = (key, {fields} = {}) => (fields ? `${key} ${fields}` : key);
  const host = {context: {api, drafts, notify: () => {}}, t, requestUpdate: () => {}};
  const saved = [];
  return {editor: new CustomerEditor(host, {}, (customer) => saved.push(customer.version)), sent, saved, kept};
}

/** What the form in the dialog tells. */
function form(editor) {
  const [, input, submit] = handlers(editor.render());
  return {type: (value) => input({detail: {value}}), submit: () => submit({detail: {value: editor.value}})};
}

Deno.test('puts what was typed on top of what somebody else saved, says so, and can save it then', async () => {
  const {editor, sent, saved, kept} = world();
  editor.open(BEFORE);
  form(editor).type({...BEFORE, name: 'Zwirn Ltd'});
  form(editor).submit();
  await settled();
  same([editor.value.name, editor.value.status, editor.problem.detail], ['Zwirn Ltd', 'archived', 'conflict.changed field.status conflict.again']);
  form(editor).submit();
  await settled();
  same(sent, [['Zwirn Ltd', 'active', '"1"'], ['Zwirn Ltd', 'archived', '"2"']]);
  same([saved, editor.value ?? null, kept.size], [[3], null, 0]);
});

Deno.test('offers what was typed about an older version on top of the newest', () => {
  const {editor} = world();
  editor.open(BEFORE);
  form(editor).type({...BEFORE, status: 'inactive'});
  editor.open(NOW);
  same([editor.value.status, editor.value.version, editor.problem.detail], ['inactive', 2, 'conflict.changed field.status conflict.both field.status conflict.again']);
});

Deno.test('says so when what was typed and not saved is back', () => {
  const {editor} = world();
  editor.open(BEFORE);
  same(editor.problem ?? null, null);
  form(editor).type({...BEFORE, name: 'Zwirn Ltd'});
  editor.open(BEFORE);
  same([editor.value.name, editor.problem.detail], ['Zwirn Ltd', 'edit.back']);
});
