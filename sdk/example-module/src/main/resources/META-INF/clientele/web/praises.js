import {css, html} from '@clientele/ui';
import {PraiseOf} from './praise-of.js';

/** @typedef {{id: string, kind: string, name: string}} Customer what of a customer is shown here */

/** Who praised us, and what one of them said: `praises` and `praises/{customer}`. */
export default class Praises extends PraiseOf {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {customers: {state: true}, name: {state: true}};

  /** @type {import('lit').CSSResultGroup} */
  static styles = [
    PraiseOf.styles,
    css`
      a {
        display: flex;
        align-items: center;
        gap: var(--cl-s2);
        min-height: var(--cl-row);
        color: inherit;
      }
    `,
  ];

  constructor() {
    super();
    this.customers = /** @type {Customer[] | undefined} */ (undefined);
    this.name = '';
  }

  get who() {
    return this.path;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (this.hasUpdated && changed.has('path')) {
      this.load();
    }
  }

  async load() {
    const {api} = this.context;
    try {
      if (this.who) {
        this.name = (await api.get(`/api/v1/customers/${this.who}`)).body.name;
        await super.load();
      } else {
        const {body} = await api.get('/api/v1/customers', {query: {filter: 'praise.count=gt=0', sort: '-praise.last', limit: 100}});
        this.customers = body.items;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return this.who
      ? html`<cl-page heading=${this.name} back="/app/praises">${this.praise()}</cl-page>`
      : html`<cl-page heading=${this.t('praise.title')} note=${this.t('praise.customers', {n: this.customers?.length ?? 0})}>${this.all()}</cl-page>`;
  }

  all() {
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${this.load}></cl-error>`;
    }
    if (!this.customers) {
      return html`<cl-skeleton></cl-skeleton>`;
    }
    return this.customers.length === 0
      ? html`<cl-empty icon="award" heading=${this.t('praise.empty')}>${this.t('praise.emptyHow')}</cl-empty>`
      : html`<ul>
          ${this.customers.map(
            ({id, kind, name}) => html`<li><a href="/app/praises/${id}"><cl-avatar name=${name} kind=${kind}></cl-avatar>${name}</a></li>`,
          )}
        </ul>`;
  }
}
