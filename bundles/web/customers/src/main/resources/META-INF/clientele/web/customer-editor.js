import {html, nothing, rebased, told} from '@clientele/ui';
import {customerFields, sent} from './customer-fields.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('@clientele/ui').Refusal} Refusal */

/** What of a customer is edited, and the keys of what it is called. @type {Record<string, string>} */
const NAMES = {
  name: 'field.name', kind: 'field.kind', status: 'field.status', owner: 'field.owner', team: 'field.team', contactPoints: 'field.contact',
  tags: 'field.tags', language: 'field.language', timeZone: 'field.timeZone', identifiers: 'field.identifiers',
};

/** The dialog that changes a customer; what was typed and not saved is kept, and stands on top of what others change meanwhile. */
export class CustomerEditor {
  /** @param {import('@clientele/ui').Screen} host @param {import('./people.js').People} people @param {(customer: Customer) => void} saved */
  constructor(host, people, saved) {
    this.host = host;
    this.people = people;
    this.saved = saved;
    this.value = /** @type {Customer | undefined} */ (undefined);
    this.before = /** @type {Customer | undefined} */ (undefined);
    this.problem = /** @type {Refusal | undefined} */ (undefined);
    this.busy = false;
  }

  get #draft() {
    return `edit:${this.before?.id}`;
  }

  /** @param {Customer} customer */
  open(customer) {
    this.before = customer;
    const kept = /** @type {{value?: Customer, before: Customer} | undefined} */ (this.host.context.drafts.get(this.#draft));
    this.value = kept?.value ?? structuredClone(customer);
    this.problem = undefined;
    if (kept?.value && kept.before.version === customer.version) {
      this.problem = {detail: this.host.t('edit.back')};
    } else if (kept?.value) {
      this.#overtaken(kept.value, kept.before, customer);
    }
    this.host.requestUpdate();
  }

  /** Somebody else changed the customer: what was typed is put on top of that. @param {Customer} typed @param {Customer} before @param {Customer} now */
  #overtaken(typed, before, now) {
    const {value, theirs, both} = rebased({typed, before, now}, Object.keys(NAMES));
    const t = (/** @type {string} */ key, /** @type {string[]} */ names = []) => this.host.t(key, {fields: names.map((name) => this.host.t(NAMES[name])).join(', ')});
    const said = [theirs.length ? t('conflict.changed', theirs) : t('conflict.saved'), both.length ? t('conflict.both', both) : '', t('conflict.again')];
    this.before = now;
    this.problem = {detail: said.filter(Boolean).join(' ')};
    this.#typed(value);
  }

  #close() {
    this.value = undefined;
    this.host.requestUpdate();
  }

  /** @param {Customer} value */
  #typed(value) {
    this.value = value;
    this.host.context.drafts.set(this.#draft, {value, before: this.before});
  }

  #cancel() {
    this.host.context.drafts.clear(this.#draft);
    this.#close();
  }

  /** @param {Customer} value @param {Customer} before */
  async #save(value, before) {
    const {context} = this.host;
    const path = `/api/v1/customers/${before.id}`;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const answer = await context.api.put(path, {body: sent(value), ifMatch: `"${value.version}"`});
      const after = /** @type {Customer} */ (answer.body);
      context.drafts.clear(this.#draft);
      this.value = undefined;
      this.saved(after);
      const undo = () => context.api.put(path, {body: before, ifMatch: `"${after.version}"`});
      context.notify({kind: 'good', text: this.host.t('list.saved', {name: after.name}), undo: after.version === before.version ? undefined : undo});
    } catch (failure) {
      const problem = /** @type {Refusal} */ (failure);
      this.problem = problem;
      if (problem.status === 412) {
        await this.#read(value, before);
      }
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** @param {Customer} value @param {Customer} before */
  async #read(value, before) {
    try {
      const {body} = await this.host.context.api.get(`/api/v1/customers/${before.id}`);
      this.#overtaken(value, before, /** @type {Customer} */ (body));
    } catch (failure) {
      this.problem = /** @type {Refusal} */ (failure);
    }
  }

  render() {
    const {value, before} = this;
    const t = (/** @type {string} */ key) => this.host.t(key);
    return html`<cl-dialog wide heading=${t('customer.edit')} .open=${Boolean(value)} @close=${() => this.value && this.#close()}>
      ${value && before
        ? html`<cl-form .fields=${customerFields(t, this.people)} .value=${value} .problem=${this.problem} ?busy=${this.busy} cancellable
            @cl-input=${told((/** @type {{value: Customer}} */ form) => this.#typed(form.value))}
            @cl-submit=${told((/** @type {{value: Customer}} */ form) => this.#save(form.value, before))}
            @cl-cancel=${() => this.#cancel()}></cl-form>`
        : nothing}
    </cl-dialog>`;
  }
}
