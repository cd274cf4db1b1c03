import {html, nothing, typed} from '@clientele/ui';
import {inWords} from './codes.js';
import {wordsFilter} from './query.js';

/** @typedef {import('./shapes.js').Relation} Relation */
/** @typedef {import('@clientele/ui').Say} Say */
/** @typedef {import('@clientele/ui').Refusal} Refusal */
/** @typedef {{id: string, name: string}} Found */

const SEARCH_MILLIS = 250;

/** How a customer stands to others. */
export class Relations {
  /** @param {import('@clientele/ui').Screen} host @param {string} customer @param {import('./pages.js').Pages<Relation>} pages */
  constructor(host, customer, pages) {
    this.host = host;
    this.customer = customer;
    this.pages = pages;
    this.found = /** @type {Found[]} */ ([]);
    this.problem = /** @type {Refusal | undefined} */ (undefined);
    this.adding = false;
  }

  get #path() {
    return `/api/v1/customers/${this.customer}/relations`;
  }

  /** Whether it was done. @param {() => Promise<unknown>} work */
  async #done(work) {
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = /** @type {Refusal} */ (problem);
    }
    await this.pages.begin();
    return this.problem === undefined;
  }

  /** @param {string} words */
  #search(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const filter = wordsFilter(words);
      const answer = filter ? await this.host.context.api.get('/api/v1/customers', {query: {filter, limit: 8, fields: 'id,name'}}) : undefined;
      const {items} = /** @type {{items: Found[]}} */ (answer?.body ?? {items: []});
      this.found = items.filter((each) => each.id !== this.customer);
      this.host.requestUpdate();
    }, SEARCH_MILLIS);
  }

  /** @param {SubmitEvent} event */
  async #add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const [kind, other] = ['kind', 'other'].map((name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)));
    const to = this.found.find((each) => each.name === other.value)?.id;
    if (!to || !kind.value.trim()) {
      (kind.value.trim() ? other : kind).focus();
      return;
    }
    if (await this.#done(() => this.host.context.api.post(this.#path, {body: {kind: kind.value, to}}))) {
      form.reset();
      this.#ask(false);
    }
  }

  /** @param {boolean} adding */
  #ask(adding) {
    this.adding = adding;
    this.problem = undefined;
    this.host.requestUpdate();
    this.host.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.host.renderRoot.querySelector(adding ? '.relate input' : '.relate-open'))?.focus());
  }

  /** @param {Relation} relation */
  async #remove(relation) {
    const {context} = this.host;
    const undo = () => {
      const [from, to] = relation.direction === 'in' ? [relation.to, this.customer] : [this.customer, relation.to];
      return this.#done(() => context.api.post(`/api/v1/customers/${from}/relations`, {body: {kind: relation.kind, to}}));
    };
    if (await this.#done(() => context.api.del(`${this.#path}/${relation.id}`))) {
      context.notify({text: this.host.t('relations.removed', {name: relation.toName}), undo});
    }
  }

  render() {
    /** @type {Say} */
    const t = (key, values) => this.host.t(key, values);
    const write = this.host.context.can('customers:write');
    return html`
      ${this.pages.items.length
        ? html`<ul class="plain">${this.pages.items.map((each) => html`<li class="row">
            <cl-avatar name=${each.toName}></cl-avatar><a href="/app/customers/${each.to}">${each.toName}</a>
            <span class="muted">${said(t, each, this.host.context.locale)}</span><span class="space"></span>
            ${write ? html`<button class="quiet icon" aria-label=${t('relations.remove', {name: each.toName})} @click=${() => this.#remove(each)}><cl-icon name="x"></cl-icon></button>` : nothing}</li>`)}</ul>`
        : html`<p class="muted">${t('relations.none')}</p>`}
      ${this.pages.next ? html`<button @click=${() => this.pages.more()}>${t('more')}</button>` : nothing}
      ${this.problem ? html`<p class="fault" role="alert">${this.problem.errors?.[0]?.detail ?? this.problem.message}</p>` : nothing}
      ${write ? this.#adder(t) : nothing}`;
  }

  /** @param {Say} t */
  #adder(t) {
    if (!this.adding) {
      return html`<button class="quiet relate-open" @click=${() => this.#ask(true)}><cl-icon name="plus"></cl-icon>${t('relations.add')}</button>`;
    }
    return html`<form class="row relate" @submit=${(/** @type {SubmitEvent} */ event) => this.#add(event)} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.#ask(false)}>
      <input name="kind" aria-label=${t('relations.kind')} placeholder=${t('relations.kind')} maxlength="50" autocomplete="off" />
      <input name="other" list="others" aria-label=${t('relations.other')} placeholder=${t('relations.other')} autocomplete="off" @input=${typed((words) => this.#search(words))} />
      <datalist id="others">${this.found.map((each) => html`<option value=${each.name}></option>`)}</datalist>
      <button class="primary">${t('relations.add')}</button><button type="button" @click=${() => this.#ask(false)}>${t('relations.cancel')}</button></form>`;
  }
}

/** How the other stands to the customer. @param {Say} t @param {Relation} relation @param {string} locale */
function said(t, {direction, kind}, locale) {
  const words = inWords('relation', kind, locale);
  return direction === 'in' ? t('relations.in', {kind: words}) : words;
}
