import {same} from 'expect';
import {moduleDetail} from '../../main/resources/META-INF/clientele/web/module-detail.js';

/** All that a template holds, as one text. @param {any} part */
function told(part) {
  return Array.isArray(part) ? part.map(told).join('') : part?.strings ? part.strings.map((text, i) => text + told(part.values[i])).join('') : String(part ?? '');
}

/** The page of a module that answers at many paths, and whose health the server has a code for. @param {string} detail */
function page(detail) {
  const t = (key, values) => (values?.n === undefined ? key : `${key} ${values.n}`);
  return {t, context: {locale: 'en', can: () => false}, health: {checks: [{name: 'modules', good: true, detail}]}, feeds: [], changes: [], catalogue: {available: []}};
}

const MODULE = {name: 'notes', state: 'running', version: '1', symbolicName: 'notes', sha256: 'ab', changedAt: '2026-01-01T00:00:00Z', paths: ['GET /a', 'GET /b'], leaked: []};

Deno.test('says how many paths a module has, and each on demand', () => {
  const text = told(moduleDetail(page('ok'), MODULE)).replace(/\s+/g, ' ');
  same(text.includes('<details><summary>paths.all 2</summary> <ul class="plain"><li><code>GET /a</code></li>'), true);
});

Deno.test('says in words how modules are', () => {
  const words = {...page('warn'), t: (key) => (key === 'check.detail.warn' ? 'Look at it' : key)};
  same(told(moduleDetail(words, MODULE)).includes('>Look at it</cl-pill>'), true);
});
