import {html, nothing} from '@clientele/ui';
import {about} from './about.js';
import {STATUS_TONES} from './columns.js';
import {Composer, KINDS} from './composer.js';
import {CustomerEditor} from './customer-editor.js';
import {historyEntries} from './history-entries.js';
import {Pages} from './pages.js';
import {purchasesPanel} from './purchases.js';
import {Relations} from './relations.js';
import {written} from './written.js';

const REFRESH_MILLIS = 300;
/** As many purchases as a customer has in a year, for the plot shows one. */
const PLOTTED = 200;
const KEY_FACTS = ['timeline.lastContact', 'timeline.interactions', 'purchases.count', 'purchases.last'];
const KIND_ICONS = {note: 'file-text', call: 'phone', message: 'mail', meeting: 'users', visit: 'map-pin', task: 'square-check'};

/** One customer: who it is, what happened, what it bought, to whom it belongs, and who changed what. */
export class CustomerView {
  /** @param {any} host @param {any} people @param {string} id */
  constructor(host, people, id) {
    this.host = host;
    this.people = people;
    this.id = id;
    this.customer = undefined;
    this.facts = {};
    /** @type {any} */
    this.problem = undefined;
    this.tab = 'timeline';
    const changed = () => host.requestUpdate();
    const pages = (name, limit) => new Pages(host.context.api, `/api/v1/customers/${id}/${name}`, changed, limit);
    this.timeline = pages('interactions');
    this.purchases = pages('purchases', PLOTTED);
    this.history = pages('history');
    this.related = pages('relations');
    this.relations = new Relations(host, id, this.related);
    this.composer = new Composer(host, id, () => this.timeline.begin());
    this.editor = new CustomerEditor(host, people, (saved) => (this.customer = saved));
    this.stale = new Set();
  }

  async begin() {
    await this.#read();
    if (this.customer) {
      await Promise.all([this.timeline.begin(), this.related.begin()]);
    }
  }

  async #read() {
    const {api} = this.host.context;
    try {
      const [customer, list] = await Promise.all([
        api.get(`/api/v1/customers/${this.id}`),
        api.get('/api/v1/customers', {query: {filter: `id==${this.id}`, facts: KEY_FACTS.join(',')}}),
      ]);
      this.customer = customer.body;
      this.facts = list.body.items[0]?.facts ?? {};
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** Something happened to this customer: what shows it is read again. */
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
    const touched = (word) => stale.some((type) => type === 'reset' || type.includes(word));
    await Promise.all([
      this.#read(),
      touched('Interaction') ? this.timeline.begin() : undefined,
      touched('Relation') ? this.related.begin() : undefined,
      touched('Purchase') && this.purchases.read ? this.purchases.begin() : undefined,
      this.history.read ? this.history.begin() : undefined,
    ]);
  }

  #choose(tab) {
    this.tab = tab;
    const pages = {purchases: this.purchases, history: this.history}[tab];
    if (pages && !pages.read) {
      pages.begin();
    }
    this.host.requestUpdate();
  }

  /** Keys that work where nothing is typed. */
  keys = {
    e: () => this.customer && this.host.context.can('customers:write') && this.editor.open(this.customer),
    c: () => this.host.renderRoot.querySelector('.composer textarea')?.focus(),
  };

  render() {
    const t = (key, values) => this.host.t(key, values);
    if (this.problem && !this.customer) {
      return html`<cl-page heading=${t('customer.title')} back="/app/customers">
        ${this.problem.status === 404
          ? html`<cl-empty icon="users" heading=${t('customer.absent')}>${t('customer.absent.text')}<a slot="action" class="button" href="/app/customers">${t('list.title')}</a></cl-empty>`
          : html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>`}</cl-page>`;
    }
    if (!this.customer) {
      return html`<cl-page heading=" " back="/app/customers"><cl-skeleton rows="8"></cl-skeleton></cl-page>`;
    }
    const {customer} = this;
    return html`<cl-page heading=${customer.name} back="/app/customers">
      <cl-pill slot="beside" tone=${STATUS_TONES[customer.status]}>${t(`status.${customer.status}`)}</cl-pill>
      ${this.host.context.can('customers:write') ? html`<button slot="actions" aria-keyshortcuts="e" @click=${this.keys.e}><cl-icon name="pencil"></cl-icon>${t('customer.edit')}</button>` : nothing}
      <div class="customer">
        <div class="main">${this.#keyFacts(t)}
          <cl-tabs label=${t('customer.tabs')} selected=${this.tab} @select=${(event) => this.#choose(event.detail)}
            .tabs=${['timeline', 'purchases', 'history'].map((key) => ({key, label: t(`tab.${key}`)}))}></cl-tabs>
          <section class="panel" aria-label=${t(`tab.${this.tab}`)}>${this.#panel(t)}</section></div>
        <aside class="side" aria-label=${t('customer.about')}>${about(customer, this.people, t)}
          <section class="card"><h2>${t('relations.title')}</h2>${this.relations.render()}</section>
          <cl-contributions kind="card" place="customer" .context=${this.host.context} .customer=${customer}></cl-contributions></aside>
      </div>
      ${this.editor.render()}
    </cl-page>`;
  }

  #keyFacts(t) {
    const {locale} = this.host.context;
    const value = (name) => this.facts[name];
    const date = (name, type) => (value(name) ? written(type, value(name), locale) : t('never'));
    return html`<div class="kpis">
      <cl-kpi label=${t('fact.lastContact')} value=${date('timeline.lastContact', 'instant')}></cl-kpi>
      <cl-kpi label=${t('fact.interactions')} value=${written('number', value('timeline.interactions') ?? 0, locale)}></cl-kpi>
      <cl-kpi label=${t('fact.lastPurchase')} value=${date('purchases.last', 'date')}></cl-kpi>
      <cl-kpi label=${t('fact.purchases')} value=${written('number', value('purchases.count') ?? 0, locale)}></cl-kpi>
    </div>`;
  }

  #panel(t) {
    switch (this.tab) {
      case 'purchases':
        return purchasesPanel(this.purchases, this.host);
      case 'history':
        return html`${this.history.problem ? html`<cl-error .problem=${this.history.problem} @retry=${() => this.history.begin()}></cl-error>` : nothing}
          <cl-timeline name=${t('tab.history')} level="2" .entries=${this.#changes(t)} ?more=${Boolean(this.history.next)} ?busy=${this.history.busy} @cl-more=${() => this.history.more()}></cl-timeline>`;
      default:
        return this.#timeline(t);
    }
  }

  /** What is known of changes; an import leaves no entry of its own, but the customer knows since when it is here. */
  #changes(t) {
    const entries = historyEntries(this.history.items, this.host, this.people);
    const begun = this.history.items.some((each) => each.action === 'registry.CustomerAdded');
    return begun || this.history.next || !this.history.read
      ? entries
      : [...entries, {id: 'created', at: this.customer.createdAt, icon: 'upload', title: t('history.imported')}];
  }

  #timeline(t) {
    const {timeline} = this;
    return html`${this.host.context.can('customers:write') ? this.composer.render() : nothing}
      ${timeline.problem ? html`<cl-error .problem=${timeline.problem} @retry=${() => timeline.begin()}></cl-error>` : nothing}
      ${timeline.read && !timeline.items.length && !timeline.problem
        ? html`<cl-empty icon="message-square" heading=${t('timeline.none')}>${t('timeline.none.text')}</cl-empty>`
        : html`<cl-timeline name=${t('tab.timeline')} level="2" .entries=${timeline.items.map((each) => this.#entry(each, t))} ?more=${Boolean(timeline.next)} ?busy=${timeline.busy} @cl-more=${() => timeline.more()}></cl-timeline>`}`;
  }

  #entry(each, t) {
    const noted = KINDS.find((kind) => kind.kind === each.kind);
    const direction = each.direction === 'none' ? '' : t(`direction.${each.direction}`);
    const meta = [direction, each.channel, ...(each.people ?? [])].filter(Boolean).join(' · ');
    return {
      id: each.id, at: each.occurredAt, icon: noted?.icon ?? KIND_ICONS[each.kind], title: each.outcome || t(`interaction.${each.kind}`),
      by: this.people.user(each.recordedBy), text: each.text, meta,
    };
  }
}
