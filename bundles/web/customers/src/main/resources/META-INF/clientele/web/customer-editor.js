import {html, nothing, told} from '@clientele/ui';
import {customerFields, sent} from './customer-fields.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('@clientele/ui').Refusal} Refusal */

/** The dialog that changes a customer; what was typed and not saved is kept for as long as nobody else changes the customer. */
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
    const kept = /** @type {Customer | undefined} */ (this.host.context.drafts.get(this.#draft));
    this.value = kept?.version === customer.version ? kept : structuredClone(customer);
    this.problem = undefined;
    this.host.requestUpdate();
  }

  #close() {
    this.value = undefined;
    this.host.requestUpdate();
  }

  /** @param {Customer} value */
  #typed(value) {
    this.value = value;
    this.host.context.drafts.set(this.#draft, value);
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
      this.problem = problem.status === 412 ? {detail: this.host.t('conflict')} : problem;
    }
    this.busy = false;
    this.host.requestUpdate();
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
