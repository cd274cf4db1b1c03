import {codeName, html, nothing, typed} from '@clientele/ui';
import {wordsFilter} from './query.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('@clientele/ui').Say} Say */
/** @typedef {import('@clientele/ui').Refusal} Refusal */
/** @typedef {{moved: Record<string, number>, differing: string[]}} Outline what a merge would bring */

const SEARCH_MILLIS = 250;
const MOST_FOUND = 8;

/** Makes one customer of two: somebody finds the other, sees what comes along, and says whose values are right. */
export class Merging {
  /** @param {import('@clientele/ui').Screen} host @param {import('./people.js').People} people @param {() => Promise<unknown>} done */
  constructor(host, people, done) {
    this.host = host;
    this.people = people;
    this.done = done;
    this.into = /** @type {Customer | undefined} */ (undefined);
    this.found = /** @type {Customer[]} */ ([]);
    this.other = /** @type {Customer | undefined} */ (undefined);
    this.outline = /** @type {Outline | undefined} */ (undefined);
    this.fromOther = /** @type {Set<string>} */ (new Set());
    this.problem = /** @type {Refusal | undefined} */ (undefined);
    this.busy = false;
  }

  /** Begins with looking for the other. @param {Customer} into who stays */
  open(into) {
    Object.assign(this, {into, found: [], other: undefined, outline: undefined, fromOther: new Set(), problem: undefined});
    this.host.requestUpdate();
    this.host.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.host.renderRoot.querySelector('.merging input'))?.focus());
  }

  #close() {
    this.into = undefined;
    this.host.requestUpdate();
  }

  /** @param {string} words */
  #search(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#try(() => this.#find(wordsFilter(words))), SEARCH_MILLIS);
  }

  /** @param {string} filter */
  async #find(filter) {
    const answer = filter ? await this.host.context.api.get('/api/v1/customers', {query: {filter, limit: MOST_FOUND + 1}}) : undefined;
    const {items} = /** @type {{items: Customer[]}} */ (answer?.body ?? {items: []});
    this.found = items.filter((each) => each.id !== this.into?.id).slice(0, MOST_FOUND);
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    this.busy = true;
    this.host.requestUpdate();
    try {
      await work();
      this.problem = undefined;
    } catch (failure) {
      const problem = /** @type {Refusal} */ (failure);
      this.problem = problem.status === 412 ? {detail: this.host.t('conflict')} : problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** @param {Customer} other */
  #choose(other) {
    return this.#try(async () => {
      const {api} = this.host.context;
      const [whole, outline] = await Promise.all([
        api.get(`/api/v1/customers/${other.id}`),
        api.post(`/api/v1/customers/${this.into?.id}/merge`, {body: {other: other.id, dryRun: true}, idempotencyKey: null}),
      ]);
      this.other = /** @type {Customer} */ (whole.body);
      this.outline = /** @type {Outline} */ (outline.body);
      this.fromOther = new Set();
    });
  }

  /** @param {Customer} into @param {Customer} other */
  #merge(into, other) {
    return this.#try(async () => {
      const {context} = this.host;
      const body = {other: other.id, otherVersion: other.version, fromOther: [...this.fromOther]};
      await context.api.post(`/api/v1/customers/${into.id}/merge`, {body, ifMatch: `"${into.version}"`});
      this.#close();
      await this.done();
      context.notify({kind: 'good', text: this.host.t('merge.done', {other: other.name, name: into.name}), undo: () => this.#takeOut(into.id, other.id)});
    });
  }

  /** Takes the other out again. @param {string} id @param {string} other */
  async #takeOut(id, other) {
    const {api} = this.host.context;
    const {version} = /** @type {Customer} */ ((await api.get(`/api/v1/customers/${id}`)).body);
    await api.post(`/api/v1/customers/${id}/unmerge`, {body: {other}, ifMatch: `"${version}"`});
    await this.done();
  }

  render() {
    /** @type {Say} */
    const t = (key, values) => this.host.t(key, values);
    const {into, other, outline, problem} = this;
    return html`<cl-dialog wide heading=${into ? t('merge.title', {name: into.name}) : ''} .open=${Boolean(into)} @close=${() => this.into && this.#close()}>
      ${into ? html`<div class="merging">${other && outline ? this.#choice(t, into, other, outline) : this.#finder(t)}
        ${problem ? html`<p class="fault" role="alert">${problem.errors?.[0]?.detail ?? problem.detail ?? problem.message}</p>` : nothing}</div>` : nothing}
      <button slot="actions" @click=${() => this.#close()}>${t('relations.cancel')}</button>
      ${into && other ? html`<button slot="actions" class="primary" ?disabled=${this.busy} @click=${() => this.#merge(into, other)}>${t('merge.do')}</button>` : nothing}
    </cl-dialog>`;
  }

  /** @param {Say} t */
  #finder(t) {
    return html`<p class="muted">${t('merge.find.text')}</p>
      <input type="search" aria-label=${t('merge.find')} placeholder=${t('merge.find')} autocomplete="off" @input=${typed((words) => this.#search(words))} />
      <ul class="plain">${this.found.map((each) => html`<li><button class="quiet" ?disabled=${this.busy} @click=${() => this.#choose(each)}>
        <cl-avatar name=${each.name}></cl-avatar><span>${each.name}</span> <span class="muted small">${contact(each)}</span></button></li>`)}</ul>`;
  }

  /** @param {Say} t @param {Customer} into @param {Customer} other @param {Outline} outline */
  #choice(t, into, other, {moved, differing}) {
    const along = Object.entries(moved).filter(([, number]) => number > 0);
    return html`<p>${t('merge.text', {other: other.name, name: into.name})}</p>
      <ul class="plain">${along.length ? along.map(([what, n]) => html`<li>${t(`merge.moved.${what}`, {n})}</li>`) : html`<li class="muted">${t('merge.moved.nothing')}</li>`}</ul>
      ${differing.length ? html`<h3>${t('merge.differing')}</h3>` : nothing}
      ${differing.map((field) => html`<fieldset><legend>${t(`field.${field}`)}</legend>${[into, other].map((each) => this.#option(t, field, each))}</fieldset>`)}`;
  }

  /** @param {Say} t @param {string} field @param {Customer} customer */
  #option(t, field, customer) {
    const isOther = customer === this.other;
    return html`<label class="row"><input type="radio" name="merge-${field}" .checked=${this.fromOther.has(field) === isOther}
      @change=${() => { this.fromOther[isOther ? 'add' : 'delete'](field); this.host.requestUpdate(); }} /><span>${this.#said(t, field, customer)}</span></label>`;
  }

  /** @param {Say} t @param {string} field @param {Customer} customer */
  #said(t, field, customer) {
    const value = /** @type {Record<string, any>} */ (/** @type {unknown} */ (customer))[field];
    switch (field) {
      case 'owner':
        return this.people.user(value) || value;
      case 'team':
        return this.people.team(value) || value;
      case 'kind':
      case 'status':
        return t(`${field}.${value}`);
      case 'language':
        return value && codeName('language', value, this.host.context.locale);
      default:
        return value;
    }
  }
}

/** By what two of the same name are told apart. @param {Customer} customer */
function contact({contactPoints}) {
  const point = contactPoints.find((each) => each.value) ?? contactPoints[0];
  return point ? (point.value ?? point.city ?? '') : '';
}
