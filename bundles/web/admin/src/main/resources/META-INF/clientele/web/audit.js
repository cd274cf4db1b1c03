import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {moment, table} from './parts.js';
import {common} from './styles.js';

const ROOT = '/api/v1/audit';
const PAGE_ROWS = 200;
const WANTED_ROWS = 50;
const MOST_PAGES = 10;

/** Everything that was changed, by whom, and whether the record of it is whole. */
export default class AuditPage extends AdminScreen {
  static properties = {entries: {state: true}, next: {state: true}, wanted: {state: true}, verification: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** What was read so far, newest first. @type {any[]} */
    this.entries = [];
    /** @type {string | undefined} */
    this.next = undefined;
    this.wanted = {login: '', action: '', since: '', until: ''};
    /** @type {any} */
    this.verification = undefined;
  }

  async fetch() {
    this.entries = [];
    this.next = undefined;
    await this.readOn();
  }

  get matching() {
    const {login, action, since, until} = this.wanted;
    return this.entries.filter(
      (each) =>
        each.login.toLowerCase().includes(login.toLowerCase()) &&
        `${each.action} ${each.subject} ${each.subjectId}`.toLowerCase().includes(action.toLowerCase()) &&
        (!since || new Date(each.at) >= new Date(`${since}T00:00`)) &&
        (!until || new Date(each.at) <= new Date(`${until}T23:59:59.999`)),
    );
  }

  /** Reads older entries until some more match, or many were read in vain: the server answers the audit in its order alone. */
  async readOn() {
    const enough = this.matching.length + WANTED_ROWS;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const {body} = await this.context.api.get(ROOT, {query: {limit: PAGE_ROWS, cursor: this.next}});
      this.entries = [...this.entries, ...body.items];
      this.next = body.next;
      if (!body.next || this.matching.length >= enough) {
        return;
      }
    }
  }

  async older() {
    this.busy = true;
    try {
      await this.readOn();
    } catch (failure) {
      this.problem = /** @type {Error} */ (failure);
    } finally {
      this.busy = false;
    }
  }

  async verify() {
    this.busy = true;
    this.verification = undefined;
    try {
      this.verification = (await this.context.api.get(`${ROOT}/verification`)).body;
    } catch (failure) {
      this.context.notify({kind: 'bad', text: /** @type {Error} */ (failure).message});
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <cl-page .heading=${this.t('audit.title')}>
        <button slot="actions" ?disabled=${this.busy} @click=${this.verify}><cl-icon name="shield"></cl-icon>${this.t('audit.verify')}</button>
        ${this.shownWhenLoaded(html`<div class="body">${this.outcome()} ${this.filters()} ${this.list()}</div>`)}
      </cl-page>
    `;
  }

  outcome() {
    const found = this.verification;
    if (!found) {
      return nothing;
    }
    return found.intact
      ? html`<p class="banner good" role="status"><cl-icon name="circle-check"></cl-icon><span>${this.t('audit.intact', {n: found.entries})}</span></p>`
      : html`<p class="banner bad" role="alert"><cl-icon name="triangle-alert"></cl-icon><span>${this.t('audit.broken', found.fault)}</span></p>`;
  }

  filters() {
    /** @param {Event} event */
    const change = (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      this.wanted = {...this.wanted, [input.name]: input.value};
    };
    /** @param {'login' | 'action' | 'since' | 'until'} name @param {string} type */
    const input = (name, type) => html`
      <label class="field"><span class="small muted">${this.t(`audit.${name}`)}</span>
        <input name=${name} type=${type} .value=${this.wanted[name]} @input=${change} />
      </label>
    `;
    return html`
      <search class="figures" aria-label=${this.t('audit.filters')}>
        ${input('login', 'search')} ${input('action', 'search')} ${input('since', 'date')} ${input('until', 'date')}
      </search>
    `;
  }

  list() {
    const rows = this.matching;
    return html`
      <p class="muted small" role="status">${this.t('audit.count', {n: rows.length, read: this.entries.length})}</p>
      ${rows.length === 0
        ? html`<cl-empty icon="shield" heading=${this.t('audit.none')}>${this.t('audit.none.text')}</cl-empty>`
        : table(this.t('audit.title'), this.columns, rows)}
      ${this.next
        ? html`<div><button ?disabled=${this.busy} @click=${this.older}><cl-icon name="history"></cl-icon>${this.t('audit.older')}</button></div>`
        : nothing}
    `;
  }

  /** @returns {import('./parts.js').Column<any>[]} */
  get columns() {
    return [
      {label: this.t('what'), cell: (each) => each.action},
      {label: this.t('by'), cell: (each) => each.login},
      {label: this.t('when'), cell: (each) => moment(this, each.at)},
      {label: this.t('subject'), cell: (each) => html`<span>${each.subject} <code>${each.subjectId}</code></span>`},
      {label: this.t('detail'), cell: (each) => detail(each.detail)},
    ];
  }
}

/** @param {any} told */
function detail(told) {
  const said = typeof told === 'string' ? told : Object.entries(told).map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`).join(', ');
  return said ? html`<span class="small">${said}</span>` : nothing;
}
