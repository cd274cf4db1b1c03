import {html, nothing} from '@clientele/ui';
import {CellDialog} from './cell-dialog.js';
import {classes} from './cells.js';
import {afterQuiet} from './handlers.js';
import {heat} from './heat.js';
import {brief, count, day, money, share} from './numbers.js';
import {frame} from './rfm-frame.js';
import {scored} from './rfm-run.js';

const REFRESH_MILLIS = 1500;

/** @typedef {{recency: number, frequency: number, group: string, customers: number, money: number}} GridCell */

/** Customers by how recently and how often they bought, with the groups that have a name. */
export class RfmGrid {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.key = '';
    this.host = host;
    this.catalogue = catalogue;
    this.state = /** @type {any} */ (undefined);
    this.cells = /** @type {GridCell[]} */ ([]);
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
    this.dialog = new CellDialog(host, catalogue);
    this.refresh = afterQuiet(() => this.begin(), REFRESH_MILLIS);
  }

  async begin() {
    const {api} = this.host.context;
    try {
      const [settings, grid] = await Promise.all([api.get('/api/v1/rfm/settings'), api.get('/api/v1/rfm/grid')]);
      this.state = settings.body;
      this.cells = grid.body.cells;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || event.type === 'segmentation.Scored') {
      this.refresh();
    }
  }

  async #score() {
    const {context} = this.host;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const {body} = await context.api.post('/api/v1/rfm/scores');
      context.notify(scored(body, (key, values) => this.host.t(key, values)));
      await this.begin();
    } catch (problem) {
      context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const scored = this.state?.scoredOn;
    const actions = this.state?.version && this.host.context.can('segmentation:write')
      ? html`<button ?disabled=${this.busy} @click=${() => this.#score()}><cl-icon name="refresh-cw"></cl-icon>${t('rfm.score')}</button>` : nothing;
    const note = scored ? t('rfm.scoredOn', {day: day(scored, this.host.context.locale)}) : '';
    return frame(this.host, 'grid', {actions, note, body: this.#body(t)});
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #body(t) {
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>`;
    }
    if (!this.state) {
      return html`<cl-skeleton rows="8"></cl-skeleton>`;
    }
    if (!this.state.version) {
      return html`<cl-empty icon="gauge" heading=${t('rfm.first')}>${t('rfm.first.text')}
        ${this.host.context.can('segmentation:write') ? html`<a slot="action" class="button primary" href="/app/rfm/settings">${t('rfm.first.settings')}</a>` : nothing}</cl-empty>`;
    }
    return this.cells.length
      ? html`<div class="rfm">${this.#grid(t)} ${this.#groups(t)}</div>${this.dialog.render()}`
      : html`<cl-empty icon="gauge" heading=${t('rfm.few')}>${t('rfm.few.text', {n: this.state.settings.classes * 10})}<a slot="action" class="button" href="/app/rfm/settings">${t('rfm.tab.settings')}</a></cl-empty>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #grid(t) {
    const scores = classes(this.state.settings.classes);
    const end = scores.length;
    const note = (/** @type {string} */ side, /** @type {number} */ score) => (score === 1 ? t(`rfm.${side}.low`) : score === end ? t(`rfm.${side}.high`) : '');
    return html`<section aria-labelledby="grid"><h2 id="grid">${t('rfm.grid')}</h2>${heat({
      name: t('rfm.grid'),
      short: true,
      across: t('rfm.frequency'),
      down: t('rfm.recency'),
      columns: scores.map((score) => ({key: score, label: `F${score}`, note: note('f', score)})),
      rows: [...scores].reverse().map((score) => ({key: score, label: `R${score}`, note: note('r', score)})),
      cell: (row, column) => this.#cell(Number(row.key), Number(column.key)),
      choose: (row, column) => this.#open(Number(row.key), Number(column.key)),
    })}</section>`;
  }

  /** @param {number} r @param {number} f */
  #at(r, f) {
    const found = this.cells.filter((cell) => cell.recency === r && cell.frequency === f);
    return {...sum(found), groups: [...new Set(found.map((cell) => cell.group))]};
  }

  /** @param {number} r @param {number} f */
  #cell(r, f) {
    const {locale} = this.host.context;
    const {customers, money: spent, groups} = this.#at(r, f);
    const title = groups.map((group) => this.catalogue.group(group)).join(', ');
    const figure = count(customers, locale);
    const {currency} = this.state.settings;
    const worth = money(spent, locale, currency);
    const notes = customers ? [worth] : [];
    const little = [brief(customers, locale), ...(customers ? [brief(spent, locale, currency)] : [])];
    return {value: customers, title, figure, notes, brief: little, spoken: [`R${r} F${f}`, title, this.host.t('preview.customers.of', {n: customers}), worth].filter(Boolean).join(', ')};
  }

  /** @param {number} r @param {number} f */
  #open(r, f) {
    const {context} = this.host;
    const {locale} = context;
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {customers, money: spent, groups} = this.#at(r, f);
    const filter = `rfm.r==${r};rfm.f==${f}`;
    this.dialog.show({
      heading: `R${r} × F${f}`,
      name: groups.map((group) => this.catalogue.group(group)).join(', '),
      filter,
      figures: [[t('cell.count'), count(customers, locale)], [t('rfm.money'), money(spent, locale, this.state.settings.currency)]],
      make: async (key, name) => {
        const {body} = await context.api.post('/api/v1/segments', {body: {key, name, filter, owner: context.session.id}});
        return {segment: body.id, size: body.size};
      },
    });
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #groups(t) {
    const {locale} = this.host.context;
    const all = sum(this.cells);
    const keys = [...this.state.settings.groups.map((/** @type {any} */ group) => group.key), 'other'];
    const groups = keys.map((key) => ({key, ...sum(this.cells.filter((cell) => cell.group === key))})).filter((group) => group.customers);
    return html`<section class="card" aria-labelledby="groups"><h2 id="groups">${t('rfm.groups')}</h2>
      <div class="scrolled" tabindex="0" role="group" aria-labelledby="groups"><table><thead><tr><th scope="col">${t('rfm.group')}</th><th scope="col" class="number">${t('cell.count')}</th><th scope="col" class="number">${t('cell.share')}</th><th scope="col" class="number">${t('rfm.money')}</th></tr></thead>
        <tbody>${groups.map((group) => html`<tr><th scope="row"><a href="/app/customers?filter=${encodeURIComponent(`rfm.group==${group.key}`)}">${this.catalogue.group(group.key)}</a></th>
          <td class="number">${count(group.customers, locale)}</td><td class="number">${share(group.customers / all.customers, locale)}</td><td class="number">${money(group.money, locale, this.state.settings.currency)}</td></tr>`)}</tbody></table></div></section>`;
  }
}

/** @param {GridCell[]} cells */
function sum(cells) {
  return cells.reduce((all, cell) => ({customers: all.customers + cell.customers, money: all.money + cell.money}), {customers: 0, money: 0});
}
