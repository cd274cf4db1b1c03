import {html, nothing, told} from '@clientele/ui';
import {about} from './about.js';
import {STATUS_TONES} from './columns.js';
import {Composer} from './composer.js';
import {Consents} from './consents.js';
import {CustomerEditor} from './customer-editor.js';
import {historyPanel} from './history-panel.js';
import {Merging} from './merging.js';
import {Pages} from './pages.js';
import {purchasesPanel} from './purchases.js';
import {Relations} from './relations.js';
import {stack} from './stacked-styles.js';
import {timelinePanel} from './timeline-panel.js';
import {written} from './written.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('@clientele/ui').Say} Say */
/** @typedef {import('@clientele/ui').Refusal} Refusal */
/**
 * @template T
 * @typedef {import('./pages.js').Pages<T>} PagesOf
 */

const REFRESH_MILLIS = 300;
/** As many purchases as a customer has in a year, for the plot shows one. */
const PLOTTED = 200;
const KEY_FACTS = ['timeline.lastContact', 'timeline.interactions', 'purchases.count', 'purchases.last'];

/** One customer: who it is, what happened, what it bought, to whom it belongs, and who changed what. */
export class CustomerView {
  /** @param {import('@clientele/ui').Screen} host @param {import('./people.js').People} people @param {string} id */
  constructor(host, people, id) {
    this.host = host;
    this.people = people;
    this.id = id;
    this.customer = /** @type {Customer | undefined} */ (undefined);
    this.facts = /** @type {NonNullable<Customer['facts']>} */ ({});
    this.problem = /** @type {Refusal | undefined} */ (undefined);
    this.tab = 'timeline';
    const changed = () => host.requestUpdate();
    const {api} = host.context;
    const of = (/** @type {string} */ name) => `/api/v1/customers/${id}/${name}`;
    /** @type {PagesOf<import('./shapes.js').Interaction>} */
    this.timeline = new Pages(api, of('interactions'), changed);
    /** @type {PagesOf<import('./shapes.js').Purchase>} */
    this.purchases = new Pages(api, of('purchases'), changed, PLOTTED);
    /** @type {PagesOf<import('./shapes.js').Change>} */
    this.history = new Pages(api, of('history'), changed);
    /** @type {PagesOf<import('./shapes.js').Relation>} */
    this.related = new Pages(api, of('relations'), changed);
    /** @type {PagesOf<import('./shapes.js').Consent>} */
    this.said = new Pages(api, of('consents'), changed);
    this.consents = new Consents(host, id, this.said);
    this.relations = new Relations(host, id, this.related);
    this.composer = new Composer(host, {id, name: () => this.customer?.name ?? ''}, () => this.timeline.begin());
    this.editor = new CustomerEditor(host, people, (saved) => (this.customer = saved));
    this.merging = new Merging(host, people, () => this.begin());
    this.stale = /** @type {Set<string>} */ (new Set());
  }

  async begin() {
    stack(this.host);
    await this.#read();
    if (this.customer) {
      await Promise.all([this.timeline.begin(), this.related.begin(), this.said.begin()]);
    }
  }

  async #read() {
    const {api} = this.host.context;
    try {
      const [customer, list] = await Promise.all([
        api.get(`/api/v1/customers/${this.id}`),
        api.get('/api/v1/customers', {query: {filter: `id==${this.id}`, facts: KEY_FACTS.join(',')}}),
      ]);
      this.customer = /** @type {Customer} */ (customer.body);
      this.facts = /** @type {import('@clientele/ui').Page<Customer>} */ (list.body).items[0]?.facts ?? {};
      this.problem = undefined;
    } catch (problem) {
      this.problem = /** @type {Refusal} */ (problem);
      this.customer = this.problem.status === 410 ? undefined : this.customer;
    }
    this.host.requestUpdate();
  }

  /** Something happened to this customer: what shows it is read again. @param {import('@clientele/ui').Happened} event */
  happened(event) {
    if (event.type !== 'reset' && event.customer !== this.id) {
      return;
    }
    this.stale.add(event.type);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#freshen(), REFRESH_MILLIS);
  }

  async #freshen() {
    const stale = [...this.stale];
    this.stale.clear();
    const touched = (/** @type {string} */ word) => stale.some((type) => type === 'reset' || /^registry\.Customers(M|Unm)erged$/.test(type) || type.includes(word));
    await Promise.all([
      this.#read(),
      touched('Interaction') ? this.timeline.begin() : undefined,
      touched('Relation') ? this.related.begin() : undefined,
      touched('Consent') ? this.said.begin() : undefined,
      touched('Purchase') && this.purchases.read ? this.purchases.begin() : undefined,
      this.history.read ? this.history.begin() : undefined,
    ]);
  }

  /** @param {string} tab */
  #choose(tab) {
    this.tab = tab;
    const pages = tab === 'purchases' ? this.purchases : tab === 'history' ? this.history : undefined;
    if (pages && !pages.read) {
      pages.begin();
    }
    this.host.requestUpdate();
  }

  /** Keys that work where nothing is typed. */
  keys = {
    e: () => this.customer && this.host.context.can('customers:write') && this.editor.open(this.customer),
    c: () => /** @type {HTMLElement | null} */ (this.host.renderRoot.querySelector('.composer textarea'))?.focus(),
  };

  render() {
    /** @type {Say} */
    const t = (key, values) => this.host.t(key, values);
    if (this.problem && !this.customer) {
      return html`<cl-page heading=${t('customer.title')} back="/app/customers">${this.#instead(t, this.problem)}</cl-page>`;
    }
    if (!this.customer) {
      return html`<cl-page heading=" " back="/app/customers"><cl-skeleton rows="8"></cl-skeleton></cl-page>`;
    }
    const {customer} = this;
    return html`<cl-page heading=${customer.name} back="/app/customers">
      <cl-pill slot="beside" tone=${STATUS_TONES[customer.status]}>${t(`status.${customer.status}`)}</cl-pill>
      ${this.#actions(t, customer)}
      <div class="customer">
        <div class="main">${this.#keyFacts(t)}
          <cl-tabs label=${t('customer.tabs')} selected=${this.tab} @select=${told((/** @type {string} */ tab) => this.#choose(tab))}
            .tabs=${['timeline', 'purchases', 'history'].map((key) => ({key, label: t(`tab.${key}`)}))}></cl-tabs>
          <section class="panel" aria-label=${t(`tab.${this.tab}`)}>${this.#panel(customer)}</section></div>
        <aside class="side" aria-label=${t('customer.about')}>${about(customer, this.people, t)}
          <section class="card"><h2>${t('relations.title')}</h2>${this.relations.render()}</section>
          ${this.consents.render()}
          <cl-contributions kind="card" place="customer" .context=${this.host.context} .customer=${customer}></cl-contributions></aside>
      </div>
      ${this.editor.render()} ${this.consents.dialog()} ${this.merging.render()}
    </cl-page>`;
  }

  /** @param {Say} t @param {Customer} customer */
  #actions(t, customer) {
    const {context} = this.host;
    return html`<div slot="actions" class="row">
      ${context.can('customers:write') ? html`<button aria-keyshortcuts="e" @click=${this.keys.e}><cl-icon name="pencil"></cl-icon><span class="wide">${t('customer.edit')}</span></button>` : nothing}
      ${context.can('customers:merge') ? html`<cl-menu label=${t('customer.more')} .items=${[{label: t('merge.open'), icon: 'users', action: () => this.merging.open(customer)}]}><cl-icon slot="button" name="ellipsis"></cl-icon></cl-menu>` : nothing}</div>`;
  }

  /** What stands in the place of a customer that is not there, or is part of another by now. @param {Say} t @param {Refusal} problem */
  #instead(t, problem) {
    const {successor} = /** @type {{fields?: {successor?: string}}} */ (problem).fields ?? {};
    if (problem.status === 410 && successor) {
      return html`<cl-empty icon="users" heading=${t('merge.gone')}>${t('merge.gone.text')}<a slot="action" class="button primary" href="/app/customers/${successor}">${t('merge.gone.go')}</a></cl-empty>`;
    }
    return problem.status === 404
      ? html`<cl-empty icon="users" heading=${t('customer.absent')}>${t('customer.absent.text')}<a slot="action" class="button" href="/app/customers">${t('list.title')}</a></cl-empty>`
      : html`<cl-error .problem=${problem} @retry=${() => this.begin()}></cl-error>`;
  }

  /** @param {Say} t */
  #keyFacts(t) {
    const {locale} = this.host.context;
    /** @param {string} name @param {string} type @param {string} none */
    const fact = (name, type, none) => {
      const value = this.facts[name];
      return value === undefined || value === null || Array.isArray(value) ? none : written(type, value, locale);
    };
    const number = (/** @type {string} */ name) => fact(name, 'number', written('number', 0, locale));
    return html`<div class="kpis">
      <cl-kpi label=${t('fact.lastContact')} value=${fact('timeline.lastContact', 'instant', t('never'))}></cl-kpi>
      <cl-kpi label=${t('fact.interactions')} value=${number('timeline.interactions')}></cl-kpi>
      <cl-kpi label=${t('fact.lastPurchase')} value=${fact('purchases.last', 'date', t('never'))}></cl-kpi>
      <cl-kpi label=${t('fact.purchases')} value=${number('purchases.count')}></cl-kpi>
    </div>`;
  }

  /** @param {Customer} customer */
  #panel(customer) {
    switch (this.tab) {
      case 'purchases':
        return purchasesPanel(this.purchases, this.host);
      case 'history':
        return historyPanel(this, customer);
      default:
        return timelinePanel(this);
    }
  }
}
