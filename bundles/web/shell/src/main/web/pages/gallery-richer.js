import {css, html} from '@clientele/ui';

/** @typedef {(key: string, values?: Record<string, unknown>) => string} Words */

const NAMES = ['Ada Lovelace', '王小明', 'Grace Hopper', 'Überseekontor', '李娜'];
const MANY = 10_000;
const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];

export const richerStyles = css`
  .frame {
    height: 260px;
    border: 1px solid var(--cl-border);
    border-radius: var(--cl-radius-large);
    overflow: hidden;
  }
  .frame cl-list {
    height: 100%;
  }
  h3 {
    margin: var(--cl-s2) 0 0;
    color: var(--cl-muted);
    font: 500 var(--cl-font-small) / var(--cl-line) var(--cl-font-mono);
  }
`;

/** A page of made-up rows, as the API answers one. @param {{cursor?: string, limit: number}} page */
async function rows({cursor, limit}) {
  const from = Number(cursor ?? 0);
  const end = Math.min(MANY, from + limit);
  const items = Array.from({length: end - from}, (_, i) => ({
    id: String(from + i),
    name: `${NAMES[(from + i) % NAMES.length]} ${from + i + 1}`,
    amount: ((from + i) * 7919) % 5000,
  }));
  return {items, next: end < MANY ? String(end) : undefined, total: MANY};
}

/** @typedef {{name: string, amount: number}} Shown */

/** What lists, filters, forms, charts and timelines are given. @param {Words} t @param {string} locale */
function given(t, locale) {
  const points = MONTHS.map((x, i) => ({x, y: [12, 19, 8, 24, 31][i]}));
  return {
    columns: [
      {key: 'name', title: t('gallery.name'), width: 200, grow: 2, sortable: true, render: (/** @type {Shown} */ row) => row.name},
      {key: 'amount', title: t('gallery.amount'), width: 110, end: true, render: (/** @type {Shown} */ row) => row.amount.toLocaleString(locale)},
    ],
    facts: [
      {name: 'name', type: 'text', label: {en: 'Name', zh: '名称'}, operators: ['==', '=begins=']},
      {name: 'address.city', type: 'text', label: {en: 'City', zh: '城市'}, operators: ['==', '!=', '=in=']},
    ],
    fields: [
      {pointer: '/name', label: t('gallery.name'), kind: 'text', required: true},
      {pointer: '/amount', label: t('gallery.amount'), kind: 'number'},
      {pointer: '/note', label: t('gallery.remark'), kind: 'area'},
    ],
    series: [{name: t('gallery.amount'), points}],
    entries: [
      {id: '1', at: '2026-11-27T09:30:00Z', icon: 'phone', title: t('gallery.entry'), text: t('gallery.entry.text'), by: 'Ada'},
      {id: '2', at: '2026-11-02T14:00:00Z', icon: 'mail', title: t('gallery.entry'), by: 'Grace'},
    ],
  };
}

/** The richer elements, each with something in it. @param {Words} t @param {string} locale */
export function richer(t, locale) {
  const {columns, facts, fields, series, entries} = given(t, locale);
  return html`<section>
    <h2>${t('gallery.richer')}</h2>
    <h3>cl-list</h3>
    <div class="frame"><cl-list selectable name=${t('gallery.richer')} .columns=${columns} .load=${rows}></cl-list></div>
    <h3>cl-filter</h3>
    <cl-filter .facts=${facts} .value=${'address.city==上海'}></cl-filter>
    <h3>cl-form</h3>
    <cl-form .fields=${fields} .value=${{name: 'Ada', amount: 1204}}></cl-form>
    <h3>cl-chart</h3>
    <cl-chart kind="bar" name=${t('gallery.bars')} .series=${series} .height=${160}></cl-chart>
    <cl-chart kind="line" name=${t('gallery.line')} .series=${series} .height=${160}></cl-chart>
    <h3>cl-timeline</h3>
    <cl-timeline name=${t('gallery.entries')} .entries=${entries}></cl-timeline>
  </section>`;
}
