import {Drafted} from '../../main/resources/META-INF/clientele/web/drafted.js';
import {RuleTab} from '../../main/resources/META-INF/clientele/web/rule-tab.js';
import {RfmSettings} from '../../main/resources/META-INF/clientele/web/rfm-settings.js';
import {same} from './expect.js';

const THING = {id: '7', version: 1, name: 'Worth', fact: 'a', margin: 5};
const NOW = {version: 2, name: 'Worth', fact: 'b', margin: 5};

/** A world in which somebody else has saved a second version. @param {object} now */
function world(now = NOW, kept = new Map()) {
  const sent = [];
  const api = {
    get: async () => ({body: structuredClone(now)}),
    put: async (path, {body, ifMatch}) => {
      sent.push([body, ifMatch]);
      if (ifMatch !== '"2"') {
        throw Object.assign(new Error('stale'), {status: 412});
      }
      return {body: {...body, id: '7', version: 3}};
    },
  };
  const drafts = {get: (key) => structuredClone(kept.get(key)), set: (key, value) => kept.set(key, structuredClone(value)), clear: (key) => kept.delete(key)};
  const t = (key, {fields} = {}) => (fields ? `${key}[${fields}]` : key);
  const host = {context: {api, drafts, navigate: () => {}, notify: () => {}, can: () => true}, t, requestUpdate: () => {}};
  return {host, sent, kept};
}

const editing = (host, thing, saved = () => {}) => new Drafted(host, {page: 'grades', thing, sent: ({name, fact}) => ({name, fact}), saved});

Deno.test('puts what was typed on top of what somebody else saved, says so, and can save it then', async () => {
  const {host, sent, kept} = world();
  const drafted = editing(host, THING);
  drafted.begin();
  drafted.change({...drafted.draft, name: 'Value'});
  await drafted.save();
  same([drafted.draft.name, drafted.draft.fact, drafted.problem.detail], ['Value', 'b', 'conflict.changed[grade.fact] conflict.again']);
  await drafted.save();
  same(sent, [[{name: 'Value', fact: 'a'}, '"1"'], [{name: 'Value', fact: 'b'}, '"2"']]);
  same([drafted.problem ?? null, kept.size], [null, 0]);
});

Deno.test('offers what was typed about an older version after the page was loaded again', () => {
  const {host, kept} = world();
  const drafted = editing(host, THING);
  drafted.begin();
  drafted.change({...drafted.draft, fact: 'c'});
  const again = editing(world(NOW, kept).host, {...NOW, id: '7'});
  again.begin();
  same([again.draft.fact, again.draft.version, again.problem.detail], ['c', 2, 'conflict.changed[grade.fact] conflict.both[grade.fact] conflict.again']);
});

Deno.test('begins anew where nothing was typed, and takes up what was', () => {
  const {host, kept} = world();
  const drafted = editing(host, undefined);
  drafted.begin({name: 'New'});
  same([drafted.draft, kept.size], [{name: 'New'}, 0]);
  drafted.change({name: 'Newer'});
  const again = editing(host, undefined);
  again.begin({name: 'New'});
  same([again.draft, again.problem ?? null], [{name: 'Newer'}, null]);
});

Deno.test('keeps what was typed of a rule over what somebody else saved', () => {
  const segment = {id: '7', version: 1, key: 'k', name: 'Gold', kind: 'list', purpose: 'old'};
  const {host, kept} = world();
  kept.set('segment:7', {draft: {...segment, name: 'Golden'}, before: segment});
  const tab = new RuleTab({host, context: host.context, catalogue: {}, key: '7', segment: {...segment, version: 2, purpose: 'new'}});
  tab.builder.begin = () => {};
  tab.begin();
  same([tab.draft.name, tab.draft.purpose, tab.draft.version, tab.problem.detail], ['Golden', 'new', 2, 'conflict.changed[segment.purpose] conflict.again']);
});

Deno.test('keeps what was typed of the settings of RFM over what somebody else saved', async () => {
  const settings = {currency: 'EUR', scoring: 'midrank', classes: 5, windowDays: 365};
  const {host, kept} = world({version: 2, settings: {...settings, windowDays: 730}});
  kept.set('rfm', {version: 1, draft: {...settings, classes: '3'}, before: {...settings, classes: '5'}});
  const page = new RfmSettings(host);
  await page.begin();
  same([page.draft.classes, page.draft.windowDays, page.version, page.problem.detail], ['3', 730, 2, 'conflict.changed[rfm.window] conflict.again']);
});
