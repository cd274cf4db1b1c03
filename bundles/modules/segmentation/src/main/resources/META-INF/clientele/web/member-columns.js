import {html} from '@clientele/ui';
import {day} from './numbers.js';

const TONES = /** @type {Record<string, string>} */ ({prospect: 'info', active: 'good', inactive: 'warn', archived: 'neutral'});
const USUAL = ['status', 'address.city', 'owner'];
const MOST = 8;
const MOST_IN_FILE = 30;

/** Facts that stand in the customer itself; all others are asked for. */
const OWN = /** @type {Record<string, (row: any) => unknown>} */ ({
  kind: (row) => row.kind,
  status: (row) => row.status,
  owner: (row) => row.owner,
  language: (row) => row.language,
  tag: (row) => row.tags,
  createdAt: (row) => row.createdAt,
});

/** What a list of members shows before anybody chose: the facts that the rule is about, then the usual ones. @param {string[]} ofRule */
export function usualFacts(ofRule) {
  const told = ofRule.filter((fact) => !fact.startsWith('segment.') && fact !== 'name');
  return [...new Set([...told, ...USUAL])].slice(0, MOST);
}

/** The facts that a list must be asked for. @param {string[]} facts */
export function asked(facts) {
  return facts.filter((fact) => !(fact in OWN)).join(',');
}

/** The facts that a file is asked for: those of the columns that there are, no more than it takes. @param {string[]} facts @param {{fact: (name: string) => unknown}} catalogue */
export function exported(facts, catalogue) {
  return facts.filter((fact) => catalogue.fact(fact)).slice(0, MOST_IN_FILE).join(',');
}

/** @param {any} row @param {string} fact */
function valueOf(row, fact) {
  return fact in OWN ? OWN[fact](row) : row.facts?.[fact];
}

/**
 * Columns of a list of members: who, since when, and what is known of them.
 *
 * @param {import('./catalogue.js').Catalogue} catalogue @param {string[]} facts
 */
export function memberColumns(catalogue, facts) {
  const {host} = catalogue;
  const {locale} = host.context;
  const known = facts.map((name) => catalogue.fact(name)).filter((fact) => fact !== undefined);
  return [
    {
      key: 'name', title: host.t('members.name'), width: 190, grow: 1.6, sortable: true, render: (/** @type {any} */ row) => row.name,
      lead: (/** @type {any} */ row) => html`<cl-avatar name=${row.name} kind=${row.kind}></cl-avatar>`,
    },
    ...known.map((fact) => ({
      key: fact.name,
      title: catalogue.label(fact.name) + (fact.unit ? ` (${fact.unit})` : ''),
      width: fact.type === 'number' ? 110 : 120,
      end: fact.type === 'number',
      sortable: fact.sortable,
      render: (/** @type {any} */ row) => cell(catalogue, fact.name, valueOf(row, fact.name)),
    })),
    {key: 'since', title: host.t('members.since'), width: 110, render: (/** @type {any} */ row) => (row.since ? day(row.since, locale) : '')},
  ];
}

/** @param {import('./catalogue.js').Catalogue} catalogue @param {string} fact @param {any} value */
function cell(catalogue, fact, value) {
  if (value === undefined || value === null || value.length === 0) {
    return '';
  }
  const words = Array.isArray(value) ? value.map((each) => catalogue.said(fact, each)).join(', ') : catalogue.said(fact, value);
  return fact === 'status' ? html`<cl-pill tone=${TONES[value] ?? 'neutral'}>${words}</cl-pill>` : words;
}
