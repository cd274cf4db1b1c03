import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {moment, table} from './parts.js';
import {detailView} from './audit-detail.js';
import {auditStyles} from './audit-styles.js';
import {AuditWords} from './audit-words.js';
import {common} from './styles.js';

const ROOT = '/api/v1/audit';
const PAGE_ROWS = 50;
const TYPING_MILLIS = 250;
/** Of no thing, or of one that there is once. */
const NOTHING_IN_PARTICULAR = /^0+1?$/;

/** Everything that was changed, by whom, and whether the record of it is whole. */
export default class AuditPage extends AdminScreen {
  static properties = {entries: {state: true}, next: {state: true}, wanted: {state: true}, verification: {state: true}};

  static styles = [common, auditStyles];

  constructor() {
    super();
    /** What was read so far, newest first. @type {import('./shapes.js').AuditEntry[]} */
    this.entries = [];
    /** @type {string | undefined} */
    this.next = undefined;
    this.wanted = {login: '', what: '', since: '', until: ''};
    /** @type {import('./shapes.js').Verification | undefined} */
    this.verification = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typing = undefined;
    this.words = new AuditWords(this);
  }

  whenShown() {
    // Without names their ids are shown.
    this.words.meet().then(() => this.requestUpdate(), () => undefined);
    this.endings.push(this.context.onLanguage(() => this.learn()));
    super.whenShown();
  }

  async learn() {
    await this.words.learn(this.entries);
    this.requestUpdate();
  }

  async fetch() {
    const asked = this.wanted;
    const {body} = await this.page();
    if (asked === this.wanted) {
      this.entries = body.items;
      this.next = body.next;
      await this.learn();
    }
  }

  /** The server looks for what is rare in so many entries at a time: a page may be empty and still not the last. @param {string} [cursor] */
  page(cursor) {
    const {login, what, since, until} = this.wanted;
    const query = {login, what: this.words.codeOf(what), since: morning(since), until: morning(until, 1), limit: PAGE_ROWS, cursor};
    return this.context.api.get(ROOT, {query: Object.fromEntries(Object.entries(query).filter(([, value]) => value))});
  }

  async older() {
    this.busy = true;
    try {
      const {body} = await this.page(this.next);
      this.entries = [...this.entries, ...body.items];
      this.next = body.next;
      await this.learn();
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

  /** @returns {import('lit').TemplateResult} */
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
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.load(), TYPING_MILLIS);
    };
    /** @param {'login' | 'what' | 'since' | 'until'} name @param {string} type */
    const input = (name, type) => html`
      <label class="field"><span class="small muted">${this.t(`audit.${name}`)}</span>
        <input name=${name} type=${type} list=${name === 'what' ? 'known' : nothing} .value=${this.wanted[name]} @input=${change} />
      </label>
    `;
    return html`
      <search class="wanted" aria-label=${this.t('audit.filters')}>
        ${input('login', 'search')} ${input('what', 'search')} ${input('since', 'date')} ${input('until', 'date')}
        <datalist id="known">${[...this.words.codes.keys()].sort().map((words) => html`<option value=${words}></option>`)}</datalist>
      </search>
    `;
  }

  list() {
    const rows = this.entries;
    return html`
      <p class="hidden-text" role="status">${this.t('audit.count', {n: rows.length})}</p>
      ${rows.length === 0
        ? html`<cl-empty icon="shield" heading=${this.t('audit.none')}>${this.t('audit.none.text')}</cl-empty>`
        : table(this.t('audit.title'), this.columns, rows)}
      ${this.next
        ? html`<div><button ?disabled=${this.busy} @click=${this.older}><cl-icon name="history"></cl-icon>${this.t('audit.older')}</button></div>`
        : nothing}
    `;
  }

  /** @returns {import('./parts.js').Column<import('./shapes.js').AuditEntry>[]} */
  get columns() {
    return [
      {label: this.t('what'), cell: (each) => this.action(each.action)},
      {label: this.t('by'), cell: (each) => each.login},
      {label: this.t('when'), cell: (each) => html`<span class="when">${moment(this, each.at)}</span>`},
      {label: this.t('subject'), cell: (each) => this.subject(each)},
      {label: this.t('detail'), cell: (each) => detailView(each, this.words), wide: true},
    ];
  }

  /** @param {string} action */
  action(action) {
    const words = this.words.action(action);
    return words ? html`<span title=${action}>${words}</span>` : html`<code>${action}</code>`;
  }

  /** What was changed; an import, say, is about nobody in particular. @param {import('./shapes.js').AuditEntry} entry */
  subject(entry) {
    const {subject, subjectId: id} = entry;
    const thing = this.words.thing(entry);
    if (NOTHING_IN_PARTICULAR.test(id)) {
      return thing;
    }
    const code = html`<code>${id}</code>`;
    return html`<span>${thing} ${subject === 'customer' ? html`<a href="/app/customers/${id}">${code}</a>` : (this.words.name(id) ?? code)}</span>`;
  }
}

/** The morning of a day, or of one after it, where the reader is. @param {string} date @param {number} [later] */
function morning(date, later = 0) {
  if (!date) {
    return undefined;
  }
  const day = new Date(`${date}T00:00`);
  day.setDate(day.getDate() + later);
  return day.toISOString();
}
