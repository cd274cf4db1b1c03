import {same} from 'expect';
import {Drafts} from '../../main/web/shell/drafts.js';
import {Events} from '../../main/web/shell/events.js';
import {Screens} from '../../main/web/shell/screens.js';

/** @param {string} name @param {object[]} contributions */
const bundle = (name, contributions) => ({bundle: name, generation: '1', base: '/', name: {}, texts: {}, contributions});
const page = (path, more = {}) => ({kind: 'page', name: path || 'home', path, title: {en: path}, ...more});

Deno.test('finds the page whose path says most, and what follows it', () => {
  const screens = new Screens();
  screens.take({shell: '1', bundles: [bundle('a', [page(''), page('customers'), page('customers/import')])]});
  same([screens.at('')?.page.name, screens.at('')?.rest], ['home', '']);
  same([screens.at('customers/0HXK')?.page.name, screens.at('customers/0HXK')?.rest], ['customers', '0HXK']);
  same(screens.at('customers/import')?.page.name, 'customers/import');
  same(screens.at('customersx'), undefined);
});

Deno.test('sorts by order and then by name, and knows when the shell is out of date', () => {
  const screens = new Screens();
  screens.take({shell: '1', bundles: [bundle('a', [page('b'), page('z', {order: 1})]), bundle('c', [page('a')])]});
  same(screens.of('page').map(({name}) => name), ['z', 'a', 'b']);
  same(screens.outdated, false);
  screens.take({shell: '2', bundles: []});
  same(screens.outdated, true);
});

Deno.test('knows no screens while the server cannot be reached', async () => {
  const {fetch} = globalThis;
  const {info} = console;
  globalThis.fetch = () => Promise.reject(new TypeError('refused'));
  console.info = () => {};
  const screens = new Screens();
  await screens.load();
  Object.assign(globalThis, {fetch});
  Object.assign(console, {info});
  same(screens.known, false);
});

Deno.test('tells listeners of their events and of what is below them, and everybody to load again', () => {
  const events = new Events();
  const heard = [];
  const off = events.on('registry', ({type}) => heard.push(type));
  for (const type of ['registry.CustomerAdded', 'registryx.Other', 'sales.DealMoved', 'reset']) {
    events.tell({type, customer: null, at: '', detail: {}});
  }
  off();
  events.tell({type: 'registry.CustomerAdded', customer: null, at: '', detail: {}});
  same(heard, ['registry.CustomerAdded', 'reset']);
});

Deno.test('a listener that fails keeps nothing from the others', () => {
  const events = new Events();
  const heard = [];
  const before = console.error;
  console.error = () => {};
  events.on('', () => {
    throw new Error('meant to fail');
  });
  events.on('', ({type}) => heard.push(type));
  events.tell({type: 'a.B', customer: null, at: '', detail: {}});
  console.error = before;
  same(heard, ['a.B']);
});

Deno.test('keeps the drafts of users and bundles apart, and forgets old ones', () => {
  localStorage.clear();
  const ada = new Drafts('ada:praise');
  ada.set('note', {text: 'Ask'});
  same([ada.get('note'), new Drafts('bob:praise').get('note')], [{text: 'Ask'}, undefined]);
  localStorage.setItem('cl-draft:ada:praise:old', JSON.stringify({value: 1, at: 0}));
  Drafts.forget(false);
  same([ada.get('old'), ada.get('note')], [undefined, {text: 'Ask'}]);
  Drafts.forget(true);
  same(ada.get('note'), undefined);
});
