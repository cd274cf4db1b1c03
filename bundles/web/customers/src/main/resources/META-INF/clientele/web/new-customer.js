import {html, told} from '@clientele/ui';
import {customerFields, sent} from './customer-fields.js';

/** @typedef {import('./customer-fields.js').Filled} Filled */

const DRAFT = 'new-customer';

/** The form that adds a customer; what was typed is kept until it is saved. */
export class NewCustomer {
  /** @param {import('@clientele/ui').Screen} host @param {import('./people.js').People} people */
  constructor(host, people) {
    this.host = host;
    this.people = people;
    this.value = /** @type {Filled} */ (host.context.drafts.get(DRAFT) ?? {kind: 'organisation', status: 'prospect', contactPoints: [{kind: 'email'}], tags: []});
    this.problem = /** @type {import('@clientele/ui').Refusal | undefined} */ (undefined);
    this.busy = false;
  }

  /** @param {Filled} value */
  #typed(value) {
    this.value = value;
    this.host.context.drafts.set(DRAFT, value);
  }

  /** @param {Filled} value */
  async #add(value) {
    const {context} = this.host;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const points = (value.contactPoints ?? []).filter((point) => Object.entries(point).some(([name, part]) => name !== 'kind' && part));
      const {body} = await context.api.post('/api/v1/customers', {body: sent({...value, contactPoints: points})});
      context.drafts.clear(DRAFT);
      context.navigate(`customers/${body.id}`);
    } catch (problem) {
      this.problem = /** @type {import('@clientele/ui').Refusal} */ (problem);
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    return html`<cl-page heading=${t('new.title')} back="/app/customers">
      <div class="narrow">
        <cl-form .fields=${customerFields(t, this.people)} .value=${this.value} .problem=${this.problem} ?busy=${this.busy} submit=${t('new.add')}
          @cl-input=${told((/** @type {{value: Filled}} */ form) => this.#typed(form.value))} @cl-submit=${told((/** @type {{value: Filled}} */ form) => this.#add(form.value))}></cl-form>
      </div>
    </cl-page>`;
  }
}
