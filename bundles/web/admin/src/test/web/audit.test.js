import {same} from 'expect';
import {detailView, told} from '../../main/resources/META-INF/clientele/web/audit-detail.js';
import {AuditWords} from '../../main/resources/META-INF/clientele/web/audit-words.js';

const TEXTS = {
  yes: 'Yes', no: 'No', 'audit.did.access.UserChanged': 'User changed', 'audit.thing.user': 'User', 'audit.field.status': 'Status', 'audit.field.roles': 'Roles',
  'audit.value.status.active': 'Active', 'audit.value.roles.admin': 'Administrator', 'audit.value.roles.agent': 'Agent',
};
const MODULE = {'audit.did.visits.VisitPlanned': 'Visit planned', 'audit.thing.visit': 'Visit', 'audit.field.status': 'How it went'};

/** Words as they are on a page in English, after entries of a module were read. */
async function words() {
  const context = {texts: TEXTS, locale: 'en', textsOf: async (noun) => (noun === 'visits' ? MODULE : {})};
  const known = new AuditWords({context, t: (key, values) => TEXTS[key] ?? `${key} ${values?.n ?? ''}`.trim()});
  await known.learn([{action: 'visits.VisitPlanned'}, {action: 'access.UserChanged'}]);
  known.names = new Map([['0USER', 'Ada']]);
  return known;
}

/** What somebody reads in a template. */
function text(template) {
  if (Array.isArray(template)) {
    return template.map(text).join('');
  }
  if (typeof template !== 'object' || template === null) {
    return template === undefined ? '' : String(template);
  }
  return template.strings.map((each, i) => each + text(template.values[i])).join('');
}

/** The same without the elements. */
const plain = (template) => text(template).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim();

Deno.test('tells changes by what was and what is, in each way that they are kept', () => {
  same(told({before: {name: 'A', tags: []}, after: {name: 'B', owner: '7'}}, 'registry.CustomerChanged'), [{name: 'name', before: 'A', after: 'B'}, {name: 'owner', after: '7'}]);
  same(told({after: {name: 'B', team: null}}, 'registry.CustomerAdded'), [{name: 'name', value: 'B'}]);
  same(told({roles: ['AGENT', 'ADMIN'], password: 'changed'}, 'access.UserChanged'), [{name: 'roles', before: 'AGENT', after: 'ADMIN'}, {name: 'password', value: 'changed'}]);
  same(told({module: 'visits', from: null, to: '1.0.0'}, 'modules.ModuleInstalled'), [{name: 'module', value: 'visits'}, {name: 'version', before: null, after: '1.0.0'}]);
});

Deno.test('tells what it does not understand as it is, and nothing where there is nothing', () => {
  same([told('{broken', 'a.B'), told({}, 'a.B'), told('', 'a.B')], [[{name: '', value: '{broken'}], [], []]);
  same(told({before: 'noon', ids: ['1', '2']}, 'a.BChanged'), [{name: 'before', value: 'noon'}, {name: 'ids', value: ['1', '2']}]);
});

Deno.test('has words for actions, things and fields; those of a module are its own', async () => {
  const known = await words();
  same([known.action('access.UserChanged'), known.action('visits.VisitPlanned'), known.action('other.Done') ?? null], ['User changed', 'Visit planned', null]);
  same([known.thing({subject: 'visit', action: 'visits.VisitPlanned'}), known.thing({subject: 'orbit', action: 'other.Done'})], ['Visit', 'orbit']);
  same([known.label('status', 'access.UserChanged'), known.label('status', 'visits.VisitPlanned'), known.label('mass', 'other.Done')], ['Status', 'How it went', 'mass']);
});

Deno.test('says values in words: codes, people, moments and numbers', async () => {
  const known = await words();
  const said = (name, value) => known.said(name, value, 'access.UserChanged');
  same([said('status', 'active'), said('roles', 'ADMIN AGENT'), said('roles', 'ADMIN PILOT'), said('owner', '0USER')], ['Active', 'Administrator, Agent', 'ADMIN PILOT', 'Ada']);
  same([said('active', 'false'), said('active', true), said('rows', 12345), said('day', '2026-11-30')], ['No', 'Yes', '12,345', 'Nov 30, 2026']);
});

Deno.test('finds by words what the server knows by codes', async () => {
  const known = await words();
  same([known.codeOf(' user CHANGED '), known.codeOf('Visit planned'), known.codeOf('sessionbegun')], ['access.UserChanged', 'visits.VisitPlanned', 'sessionbegun']);
});

Deno.test('puts what is nested, long or much behind a disclosure, and loses nothing of it', async () => {
  const known = await words();
  const view = (detail) => detailView({action: 'other.Done', detail}, known);
  const long = 'x'.repeat(100);
  const nested = view({points: [{kind: 'email', value: 'a@b.c'}], deep: {a: 1, b: {c: 'hidden'}}, note: long});
  same(plain(nested), `points audit.entries 1 kind email, value a@b.c deep audit.fields 2 a 1 b c hidden note ${'x'.repeat(60)}… ${long}`);
  same(text(nested).split('<details>').length - 1, 3);
  const many = view({a: 1, b: 2, c: 3, d: 4, e: 5, f: 6});
  same(plain(many), 'a 1 b 2 c 3 d 4 audit.more 2 e 5 f 6');
});

Deno.test('shows a change as one thing that became another', async () => {
  const known = await words();
  const view = detailView({action: 'registry.CustomerChanged', detail: {before: {status: 'active'}, after: {status: 'lost'}}}, known);
  same(plain(view), 'Status Active → lost');
});
