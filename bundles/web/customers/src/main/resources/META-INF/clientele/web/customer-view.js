import {html, nothing} from '@clientele/ui';
import {STATUS_TONES, written} from './columns.js';
import {Composer, KINDS} from './composer.js';
import {customerFields, sent} from './customer-fields.js';
import {historyEntries} from './history-entries.js';
import {Pages} from './pages.js';
import {purchasesPanel} from './purchases.js';
import {Relations} from './relations.js';

const REFRESH_MILLIS = 300;
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
    this.problem = undefined;
    this.tab = 'timeline';
    this.editing = undefined;
    this.editProblem = undefined;
    this.busy = false;
    const changed = () => host.requestUpdate();
    const pages = (name) => new Pages(host.context.api, `/api/v1/customers/${id}/${name}`, changed);
    this.timeline = pages('interactions');
    this.purchases = pages('purchases');
    this.history = pages('history');
    this.related = pages('relations');
    this.relations = new Relations(host, id, this.related);
    this.composer = new Composer(host, id, () => this.timeline.begin());
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

  #edit() {
    const kept = this.host.context.drafts.get(`edit:${this.id}`);
    this.editing = kept?.version === this.customer.version ? kept : structuredClone(this.customer);
    this.editProblem = undefined;
    this.host.requestUpdate();
  }

  #endEdit() {
    this.editing = undefined;
    this.host.requestUpdate();
  }

  async #save(value) {
    const {context} = this.host;
    const before = this.customer;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const {body} = await context.api.put(`/api/v1/customers/${this.id}`, {body: sent(value), ifMatch: `"${value.version}"`});
      context.drafts.clear(`edit:${this.id}`);
      this.customer = body;
      this.editing = undefined;
      const undo = () => context.api.put(`/api/v1/customers/${this.id}`, {body: before, ifMatch: `"${body.version}"`});
      context.notify({kind: 'good', text: this.host.t('list.saved', {name: body.name}), undo: body.version === before.version ? undefined : undo});
    } catch (problem) {
      this.editProblem = problem.status === 412 ? {detail: this.host.t('conflict')} : problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

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
      ${this.host.context.can('customers:write') ? html`<button slot="actions" @click=${() => this.#edit()}><cl-icon name="pencil"></cl-icon>${t('customer.edit')}</button>` : nothing}
      <div class="customer">
        <div class="main">${this.#keyFacts(t)}
          <cl-tabs label=${t('customer.tabs')} selected=${this.tab} @select=${(event) => this.#choose(event.detail)}
            .tabs=${['timeline', 'purchases', 'history'].map((key) => ({key, label: t(`tab.${key}`)}))}></cl-tabs>
          <section class="panel" aria-label=${t(`tab.${this.tab}`)}>${this.#panel(t)}</section></div>
        <aside class="side" aria-label=${t('customer.about')}>${this.#about(t)}
          <section class="card"><h2>${t('relations.title')}</h2>${this.relations.render()}</section>
          <cl-contributions kind="card" place="customer" .context=${this.host.context} .customer=${customer}></cl-contributions></aside>
      </div>
      ${this.#editor(t)}
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
          <cl-timeline name=${t('tab.history')} .entries=${this.#changes(t)} ?more=${Boolean(this.history.next)} ?busy=${this.history.busy} @cl-more=${() => this.history.more()}></cl-timeline>`;
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
        : html`<cl-timeline name=${t('tab.timeline')} .entries=${timeline.items.map((each) => this.#entry(each, t))} ?more=${Boolean(timeline.next)} ?busy=${timeline.busy} @cl-more=${() => timeline.more()}></cl-timeline>`}`;
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

  #about(t) {
    const {customer, people} = this;
    const known = [
      ['kind', t(`kind.${customer.kind}`)],
      ['owner', people.user(customer.owner)],
      ['team', people.team(customer.team)],
      ['language', customer.language],
      ['timeZone', customer.timeZone],
      ...(customer.identifiers ?? []).map((each) => [each.source, each.id]),
    ].filter(([, value]) => value);
    return html`<section class="card"><h2>${t('customer.about')}</h2>
      ${customer.contactPoints?.length ? html`<ul class="plain points">${customer.contactPoints.map((point) => this.#point(point))}</ul>` : nothing}
      <dl>${known.map(([name, value]) => html`<dt>${['kind', 'owner', 'team', 'language', 'timeZone'].includes(name) ? t(`field.${name}`) : name}</dt><dd>${value}</dd>`)}</dl>
      ${customer.tags?.length ? html`<div class="tags">${customer.tags.map((tag) => html`<cl-pill>${tag}</cl-pill> `)}</div>` : nothing}</section>`;
  }

  #point(point) {
    const icon = {email: 'mail', phone: 'phone', web: 'globe', postal: 'map-pin'}[point.kind];
    const text = point.kind === 'postal' ? [point.street, point.postalCode, point.city, point.region, point.country].filter(Boolean).join(', ') : point.value;
    const scheme = {email: 'mailto:', phone: 'tel:', web: ''}[point.kind];
    const safe = point.kind !== 'web' || /^https?:\/\//i.test(text);
    const link = scheme === undefined || !safe ? text : html`<a href=${scheme + text} rel="noopener noreferrer" target=${point.kind === 'web' ? '_blank' : nothing}>${text}</a>`;
    return html`<li class="row"><cl-icon name=${icon}></cl-icon><span class="value">${link}</span>${point.label ? html`<span class="muted small">${point.label}</span>` : nothing}</li>`;
  }

  #editor(t) {
    const {editing} = this;
    return html`<cl-dialog wide heading=${t('customer.edit')} .open=${Boolean(editing)} @close=${() => this.editing && this.#endEdit()}>
      ${editing
        ? html`<cl-form .fields=${customerFields(t, this.people)} .value=${editing} .problem=${this.editProblem} ?busy=${this.busy} cancellable
            @cl-input=${(event) => { this.editing = event.detail.value; this.host.context.drafts.set(`edit:${this.id}`, event.detail.value); }}
            @cl-submit=${(event) => this.#save(event.detail.value)}
            @cl-cancel=${() => { this.host.context.drafts.clear(`edit:${this.id}`); this.#endEdit(); }}></cl-form>`
        : nothing}
    </cl-dialog>`;
  }
}
