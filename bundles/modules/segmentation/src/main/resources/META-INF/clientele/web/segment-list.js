import {html, nothing, remembered} from '@clientele/ui';
import {curves} from './curves.js';
import {afterQuiet, told, typed} from './handlers.js';
import {count, movement, share, signed, thinned} from './numbers.js';
import {everything} from './pages.js';
import {sparkline} from './sparkline.js';

/** @typedef {import('./catalogue.js').Segment & {curve?: import('./curves.js').Day[]}} Row */

const REFRESH_MILLIS = 600;
const DAYS = 30;
const POINTS = 24;

/** @param {Row} row */
const pageOf = (row) => `/app/segments/${row.id}`;

/** All segments: how large each is, how it moves, and whether it is kept current. */
export class SegmentList {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.key = '';
    this.host = host;
    this.catalogue = catalogue;
    this.rows = /** @type {Row[] | undefined} */ (undefined);
    this.everybody = 0;
    this.words = '';
    this.sort = 'name';
    this.problem = /** @type {any} */ (undefined);
    this.load = /** @type {(() => Promise<any>) | undefined} */ (undefined);
    this.refresh = afterQuiet(() => this.begin(), REFRESH_MILLIS);
  }

  get context() {
    return this.host.context;
  }

  async begin() {
    try {
      const [rows, customers] = await Promise.all([
        everything(this.context, '/api/v1/segments'),
        this.context.api.get('/api/v1/customers', {query: {limit: 1, total: true, fields: 'id'}}),
      ]);
      const before = new Map(this.rows?.map((row) => [row.id, row.curve]));
      this.rows = rows.map((row) => ({...row, curve: before.get(row.id)}));
      this.everybody = customers.body.total;
      this.problem = undefined;
      this.#again();
      await curves(this.context, this.rows, (row, curve) => this.#grown(row, curve));
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** @param {any} row @param {import('./curves.js').Day[]} curve */
  #grown(row, curve) {
    row.curve = curve;
    /** @type {any} */ (this.host.renderRoot.querySelector('cl-list'))?.patch({...row});
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || event.type.startsWith('segmentation.')) {
      this.refresh();
    }
  }

  #again() {
    const shown = this.#shown();
    this.load = async () => ({items: shown, total: shown.length});
    this.host.requestUpdate();
  }

  #shown() {
    const words = this.words.trim().toLowerCase();
    const found = (this.rows ?? []).filter((row) => !words || `${row.name} ${row.key} ${row.purpose}`.toLowerCase().includes(words));
    const down = this.sort.startsWith('-');
    const key = /** @type {'name' | 'size'} */ (this.sort.replace('-', ''));
    const order = (/** @type {Row} */ a, /** @type {Row} */ b) => (key === 'size' ? a.size - b.size : a.name.localeCompare(b.name, this.context.locale));
    return found.sort((a, b) => (down ? -order(a, b) : order(a, b)));
  }

  /** The same ones, until something else is to be shown. */
  get #columns() {
    return this.#made(this.context.locale, this.everybody, this.catalogue.users);
  }

  #made = remembered((/** @type {string} */ locale, /** @type {number} */ everybody, /** @type {unknown} */ _users) => {
    const t = (/** @type {string} */ key) => this.host.t(key);
    return [
      {key: 'name', title: t('segment.name'), width: 200, grow: 2, sortable: true, render: (/** @type {Row} */ row) => row.name},
      {key: 'size', title: t('segment.size'), width: 90, end: true, sortable: true, render: (/** @type {Row} */ row) => count(row.size, locale)},
      {key: 'share', title: t('segment.share'), width: 80, end: true, render: (/** @type {Row} */ row) => share(everybody ? row.size / everybody : undefined, locale)},
      {key: 'moved', title: t('segment.moved'), width: 110, end: true, render: (/** @type {Row} */ row) => this.#moved(row)},
      {key: 'curve', title: t('segment.curve'), width: 100, render: (/** @type {Row} */ row) => sparkline(row.curve && thinned(row.curve.slice(-90), POINTS).map((each) => each.size))},
      {key: 'kind', title: t('segment.kind'), width: 90, render: (/** @type {Row} */ row) => t(`segment.kind.${row.kind}`)},
      {key: 'owner', title: t('segment.owner'), width: 120, render: (/** @type {Row} */ row) => this.catalogue.user(row.owner)},
      {key: 'state', title: t('segment.state'), width: 150, grow: 1.4, render: (/** @type {Row} */ row) => this.#state(row)},
    ];
  });

  /** @param {Row} row */
  #moved(row) {
    if (!row.curve) {
      return '';
    }
    const {entered, left} = movement(row.curve, DAYS);
    return entered || left ? `${signed(entered, this.context.locale)} / ${signed(-left, this.context.locale)}` : '–';
  }

  /** @param {Row} row */
  #state(row) {
    return row.suspended
      ? html`<cl-pill tone="warn" icon="circle-alert">${this.host.t('segment.suspended')}</cl-pill><span class="text" title=${row.suspended}>${row.suspended}</span>`
      : html`<cl-pill tone="good">${this.host.t('segment.current')}</cl-pill>`;
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    if (this.rows?.length === 0) {
      return this.#firstRun(t);
    }
    return html`<cl-page flush heading=${t('segments.title')} note=${this.rows ? t('segments.total', {n: this.rows.length}) : ''}>
      <div slot="actions" class="row">
        <label class="search"><span class="hidden-text">${t('segments.search')}</span><cl-icon name="search"></cl-icon>
          <input type="search" placeholder=${t('segments.search')} .value=${this.words} @input=${typed((words) => { this.words = words; this.#again(); })} /></label>
        <a class="button" href="/app/segments/overlap" aria-label=${t('overlap.title')}><cl-icon name="layers"></cl-icon><span class="wide">${t('overlap.title')}</span></a>
        ${this.#add(t)}
      </div>
      ${this.problem ? html`<cl-error class="padded" .problem=${this.problem} @retry=${() => this.begin()}></cl-error>` : nothing}
      ${this.#list(t)}
    </cl-page>`;
  }

  /** @param {(key: string) => string} t */
  #list(t) {
    const none = this.rows && !this.#shown().length;
    return html`<cl-list name=${t('segments.title')} ?hidden=${none} .columns=${this.#columns} .load=${this.load} .sort=${this.sort}
        .href=${pageOf}
        @cl-open=${told(({row}) => this.context.navigate(`segments/${row.id}`))}
        @cl-sort=${told(({sort}) => { this.sort = sort; this.#again(); })}></cl-list>
      ${none ? html`<cl-empty icon="search" heading=${t('segments.none')}>${t('segments.none.text')}
        <button slot="action" @click=${() => { this.words = ''; this.#again(); }}>${t('segments.none.clear')}</button></cl-empty>` : nothing}`;
  }

  /** @param {(key: string) => string} t */
  #add(t) {
    return this.context.can('segmentation:write')
      ? html`<a class="button primary" href="/app/segments/new"><cl-icon name="plus"></cl-icon><span class="wide">${t('segments.new')}</span></a>`
      : nothing;
  }

  /** @param {(key: string) => string} t */
  #firstRun(t) {
    return html`<cl-page heading=${t('segments.title')}>
      <cl-empty icon="chart-pie" heading=${t('segments.first')}>${t('segments.first.text')}
        <div slot="action" class="row wrap">${this.context.can('segmentation:write')
          ? html`<a class="button primary" href="/app/segments/new"><cl-icon name="plus"></cl-icon>${t('segments.new')}</a>
              <a class="button" href="/app/segments/new?kind=list"><cl-icon name="list"></cl-icon>${t('segments.new.list')}</a>
              <a class="button" href="/app/segments/new?filter=status==active&amp;name=${encodeURIComponent(t('segments.example'))}"><cl-icon name="wand-sparkles"></cl-icon>${t('segments.first.example')}</a>`
          : nothing}</div>
      </cl-empty></cl-page>`;
  }
}
