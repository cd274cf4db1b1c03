import {html} from '@clientele/ui';
import {customerFields, sent} from './customer-fields.js';

const DRAFT = 'new-customer';

/** The form that adds a customer; what was typed is kept until it is saved. */
export class NewCustomer {
  /** @param {any} host @param {any} people */
  constructor(host, people) {
    this.host = host;
    this.people = people;
    this.value = host.context.drafts.get(DRAFT) ?? {kind: 'organisation', status: 'prospect', contactPoints: [{kind: 'email'}], tags: []};
    this.problem = undefined;
    this.busy = false;
  }

  #typed(value) {
    this.value = value;
    this.host.context.drafts.set(DRAFT, value);
  }

  async #add(value) {
    const {context} = this.host;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const points = (value.contactPoints ?? []).filter((point) => Object.keys(point).some((name) => name !== 'kind' && point[name]));
      const {body} = await context.api.post('/api/v1/customers', {body: sent({...value, contactPoints: points})});
      context.drafts.clear(DRAFT);
      context.navigate(`customers/${body.id}`);
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (key) => this.host.t(key);
    return html`<cl-page heading=${t('new.title')} back="/app/customers">
      <div class="narrow">
        <cl-form .fields=${customerFields(t, this.people)} .value=${this.value} .problem=${this.problem} ?busy=${this.busy} submit=${t('new.add')}
          @cl-input=${(event) => this.#typed(event.detail.value)} @cl-submit=${(event) => this.#add(event.detail.value)}></cl-form>
      </div>
    </cl-page>`;
  }
}
