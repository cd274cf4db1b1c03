import {html, nothing} from '@clientele/ui';
import {MOST_RULES, draftOf, faultsOf, firstDraft, sentClasses, withAnother, withKeys} from './class-drafts.js';
import {Drafted} from './drafted.js';
import {otherFaults} from './faults.js';
import {told, typed} from './handlers.js';
import {mover} from './ordered.js';

/** @typedef {import('./class-drafts.js').RuleDraft} RuleDraft */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Say */

/** What a classification is made of: rules in an order, of which the first that fits counts. */
export class ClassEditor {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {import('./class-drafts.js').Classification} [classification] the one to change */
  constructor(host, catalogue, classification) {
    this.key = 'new';
    this.host = host;
    this.catalogue = catalogue;
    this.classification = classification;
    this.drafted = new Drafted(host, {page: 'classifications', thing: classification, draftOf, sent: sentClasses});
  }

  async begin() {
    await this.catalogue.loaded;
    this.drafted.begin(this.classification ? undefined : firstDraft((key) => this.host.t(key)));
  }

  get #rules() {
    return /** @type {RuleDraft[]} */ (this.drafted.draft.rules ?? []);
  }

  /** What was wrong stays said until it is sent again: a line that went would move the button from under the pointer. @param {object} changed */
  #change(changed) {
    this.drafted.change(withKeys({...this.drafted.draft, ...changed}));
  }

  /** Puts rules in other places, where what was wrong with others would be said. @param {RuleDraft[]} rules */
  #rearrange(rules) {
    this.drafted.problem = undefined;
    this.#change({rules});
  }

  /** @param {RuleDraft} rule @param {Partial<RuleDraft>} changed */
  #changeRule(rule, changed) {
    this.#change({rules: this.#rules.map((each) => (each === rule ? {...each, ...changed} : each))});
  }

  get #fields() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const name = {pointer: '/name', label: t('segment.name'), required: true, ...(this.classification ? {width: 'wide'} : {})};
    return this.classification ? [name] : [name, {pointer: '/key', label: t('segment.key'), required: true, hint: t('class.key.hint')}];
  }

  /** What is wrong with a rule is where one goes on. */
  async #save() {
    await this.drafted.save();
    await this.host.updateComplete;
    /** @type {HTMLElement | null} */ (this.host.renderRoot?.querySelector('[aria-invalid="true"]'))?.focus();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {draft, problem, busy} = this.drafted;
    const rules = this.#rules;
    return html`<cl-page heading=${this.classification?.name ?? t('classes.new')} back=${this.classification ? `/app/classifications/${this.classification.id}` : '/app/classifications'}>
      ${rules.length
        ? html`<div class="form-width">
          <section aria-labelledby="order"><h2 id="order">${t('class.order')}</h2><p class="muted spaced">${t('class.order.text')}</p>
            <ol class="rules" role="list">${rules.map((rule, at) => this.#rule(t, rule, at))}</ol>
            ${rules.length < MOST_RULES ? html`<button class="apart" @click=${() => this.#rearrange(withAnother(draft).rules)}><cl-icon name="plus"></cl-icon>${t('class.add')}</button>` : nothing}</section>
          <section class="card" aria-labelledby="what"><h2 id="what">${t('class.what')}</h2>
            <cl-form .fields=${this.#fields} .value=${draft} .problem=${otherFaults(problem, '/rules')} ?busy=${busy} submit=${t(this.classification ? 'class.save' : 'class.create')}
              @cl-input=${told(({value}) => this.#change({name: value.name, key: value.key, named: draft.named || value.key !== draft.key}))} @cl-submit=${() => this.#save()}></cl-form></section></div>`
        : html`<cl-skeleton rows="8"></cl-skeleton>`}
    </cl-page>`;
  }

  /** @param {Say} t @param {RuleDraft} rule @param {number} at */
  #rule(t, rule, at) {
    const last = at === this.#rules.length - 1;
    const name = rule.name || t('class.nameless', {n: at + 1});
    const {filter, others} = faultsOf(this.drafted.problem, at);
    const wrong = (/** @type {string} */ part) => (others.some((each) => each.pointer.endsWith(`/${part}`)) ? 'true' : 'false');
    return html`<li class="card rule-card">
      <div class="row wrap"><span class="muted">${at + 1}</span>
        <input class="name" aria-label=${t('class.name', {n: at + 1})} aria-invalid=${wrong('name')} placeholder=${t('segment.name')} .value=${rule.name} @change=${typed((value) => this.#changeRule(rule, {name: value}))} />
        <input class="key" aria-label=${t('class.key', {n: at + 1})} aria-invalid=${wrong('key')} placeholder=${t('segment.key')} .value=${rule.key} @change=${typed((value) => this.#changeRule(rule, {key: value, named: true}))} />
        <span class="space"></span>
        ${last ? nothing : this.#place(t, rule, name)}</div>
      ${last
        ? html`<p class="muted">${t('class.rest')}</p>`
        : html`<cl-filter .facts=${this.catalogue.facts.filter((fact) => fact.type !== 'words')} .value=${rule.filter} .suggest=${this.catalogue.suggest} .show=${this.catalogue.said}
            .problem=${filter} @cl-change=${told(({value}) => this.#changeRule(rule, {filter: value}))}></cl-filter>`}
      ${others.map((/** @type {any} */ each) => html`<p class="fault" role="alert">${each.detail}</p>`)}
    </li>`;
  }

  /** Where a rule stands: earlier, later, or not at all. @param {Say} t @param {RuleDraft} rule @param {string} name */
  #place(t, rule, name) {
    const rules = this.#rules;
    const before = rules.slice(0, -1);
    const moved = (/** @type {string[]} */ order) => this.#rearrange([...order.flatMap((place) => before.filter((each) => String(each.place) === place)), rules[rules.length - 1]]);
    return html`${mover(this.host, {order: before.map((each) => String(each.place)), item: String(rule.place), name, moved})}
      <button class="quiet icon" aria-label=${t('class.without', {name})} ?disabled=${rules.length <= 2} @click=${() => this.#rearrange(rules.filter((each) => each !== rule))}><cl-icon name="x"></cl-icon></button>`;
  }
}
