import {same} from 'expect';
import {sentences} from '../../main/resources/META-INF/clientele/web/module-plan.js';
import {counts, dependants, ties, turn} from '../../main/resources/META-INF/clientele/web/module-ties.js';

const NONE = {appear: [], stay: [], go: []};
const PLAN = {
  kind: 'install', module: 'notes', screens: NONE, paths: NONE, permissions: NONE, tables: NONE, facts: NONE, wires: NONE, migrations: [], suspendedFilters: [], refreshed: [],
};
const SCREEN = {t: (key, values) => `${key} ${values?.name ?? values?.names ?? values?.n ?? ''}`.trim()};
const appearing = (...names) => ({...NONE, appear: names});

Deno.test('tells few of a kind one by one and many in one sentence with their names', () => {
  const few = sentences(SCREEN, {...PLAN, tables: appearing('notes_note', 'notes_tag')});
  const many = sentences(SCREEN, {...PLAN, paths: appearing('a', 'b', 'c', 'd')});

  same(few.map(({text}) => text), ['plan.tables.appear notes_note', 'plan.tables.appear notes_tag']);
  same(many, [{sign: 'plus', text: 'plan.paths.appear.many 4', names: ['a', 'b', 'c', 'd']}]);
});

Deno.test('says that an uninstalled module keeps its data', () => {
  const said = sentences(SCREEN, {...PLAN, kind: 'uninstall', tables: {...NONE, stay: ['notes_note']}});
  same(said.map(({text}) => text), ['plan.kept notes_note']);
});

Deno.test('ties a module to the bundles that it is wired to and to those that carry what it brings', () => {
  const plan = {
    ...PLAN,
    tables: appearing('notes_note'),
    wires: appearing('io.clientele.rest ← io.clientele.rest', 'org.slf4j ← slf4j.api', 'jakarta.ws.rs ← jakarta.ws.rs-api'),
  };

  same(ties(plan).map(({bundle, packages, parts}) => [bundle, counts(packages), parts.map(({part}) => part)]), [
    ['persistence', '', ['tables']],
    ['rest', '+1', []],
    ['libraries', '+2', []],
  ]);
});

Deno.test('tells what comes from what goes and what stays', () => {
  const tie = (packages) => ({bundle: 'rest', packages, parts: []});
  same([turn(tie(appearing('a'))), turn(tie({...NONE, go: ['a']})), turn(tie({...NONE, stay: ['a']}))], ['comes', 'goes', 'stays']);
});

Deno.test('names the bundles that hang on the module', () => {
  same(dependants(['io.example.core ← io.example.notes.api ← io.example.notes']), ['io.example.core']);
});
