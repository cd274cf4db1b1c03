import {html, nothing} from '@clientele/ui';
import {customerFields, sent} from './customer-fields.js';

/** The dialog that changes a customer; what was typed and not saved is kept for as long as nobody else changes the customer. */
export class CustomerEditor {
  /** @param {any} host @param {any} people @param {(customer: any) => void} saved */
  constructor(host, people, saved) {
    this.host = host;
    this.people = people;
    this.saved = saved;
    this.value = undefined;
    this.before = undefined;
    /** @type {any} */
    this.problem = undefined;
    this.busy = false;
  }

  get #draft() {
    return `edit:${this.before.id}`;
  }

  /** @param {any} customer */
  open(customer) {
    this.before = customer;
    const kept = this.host.context.drafts.get(this.#draft);
    this.value = kept?.version === customer.version ? kept : structuredClone(customer);
    this.problem = undefined;
    this.host.requestUpdate();
  }

  #close() {
    this.value = undefined;
    this.host.requestUpdate();
  }

  #typed(value) {
    this.value = value;
    this.host.context.drafts.set(this.#draft, value);
  }

  #cancel() {
    this.host.context.drafts.clear(this.#draft);
    this.#close();
  }

  async #save(value) {
    const {context} = this.host;
    const {before} = this;
    const path = `/api/v1/customers/${before.id}`;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const {body} = await context.api.put(path, {body: sent(value), ifMatch: `"${value.version}"`});
      context.drafts.clear(this.#draft);
      this.value = undefined;
      this.saved(body);
      const undo = () => context.api.put(path, {body: before, ifMatch: `"${body.version}"`});
      context.notify({kind: 'good', text: this.host.t('list.saved', {name: body.name}), undo: body.version === before.version ? undefined : undo});
    } catch (failure) {
      const problem = /** @type {any} */ (failure);
      this.problem = problem.status === 412 ? {detail: this.host.t('conflict')} : problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const {value} = this;
    const t = (key) => this.host.t(key);
    return html`<cl-dialog wide heading=${t('customer.edit')} .open=${Boolean(value)} @close=${() => this.value && this.#close()}>
      ${value
        ? html`<cl-form .fields=${customerFields(t, this.people)} .value=${value} .problem=${this.problem} ?busy=${this.busy} cancellable
            @cl-input=${(event) => this.#typed(event.detail.value)}
            @cl-submit=${(event) => this.#save(event.detail.value)}
            @cl-cancel=${() => this.#cancel()}></cl-form>`
        : nothing}
    </cl-dialog>`;
  }
}
