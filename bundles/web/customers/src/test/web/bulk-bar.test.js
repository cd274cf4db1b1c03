import {same} from 'expect';
import {bulkBar} from '../../main/resources/META-INF/clientele/web/bulk-bar.js';
import {handlers} from './templates.js';

const PRAISE = {name: 'praise-all', title: {en: 'Praise'}, module: 'praise.js', bundle: {bundle: 'praise', base: '/screens/praise/'}};

Deno.test('leaves the action of a module to the shell, which runs it in that bundle\'s own context', async () => {
  const ran = [];
  const context = {locale: 'en', can: () => false, contributions: () => [PRAISE], run: async (...given) => void ran.push(given)};
  const items = [{id: '1', name: 'Ada'}, {id: '2', name: 'Grace'}];
  const view = {context, host: {t: (key) => key}, selected: new Set(['2']), items, everything: false, whole: '', total: 2, refresh: () => ran.push('refreshed')};

  const [, praise] = handlers(bulkBar(view));
  await praise();

  same(ran, [[PRAISE, {customers: [{id: '2', name: 'Grace'}], filter: undefined}], 'refreshed']);
});
