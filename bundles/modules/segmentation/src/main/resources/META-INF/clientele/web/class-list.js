import {html, nothing} from '@clientele/ui';
import {afterQuiet} from './handlers.js';

/** @typedef {import('./class-drafts.js').Classification} Classification */

const MOST = 50;
const REFRESH_MILLIS = 600;

/** All classifications. */
export class ClassList {
  /** @param {import('@clientele/ui').Screen} host */
  constructor(host) {
    this.key = '';
    this.host = host;
    this.items = /** @type {Classification[] | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
    this.refresh = afterQuiet(() => this.begin(), REFRESH_MILLIS);
  }

  async begin() {
    try {
      this.items = (await this.host.context.api.get('/api/v1/classifications')).body.items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || event.type.startsWith('segmentation.Segment')) {
      this.refresh();
    }
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {items, problem} = this;
    const add = this.host.context.can('segmentation:write')
      ? html`<a slot=${items?.length ? 'actions' : 'action'} class="button primary" href="/app/classifications/new"><cl-icon name="plus"></cl-icon><span class=${items?.length ? 'wide' : ''}>${t('classes.new')}</span></a>` : nothing;
    return html`<cl-page heading=${t('classes.title')} note=${items?.length ? t('classes.total', {n: items.length}) : ''}>
      ${items?.length && items.length < MOST ? add : nothing}
      ${problem ? html`<cl-error .problem=${problem} @retry=${() => this.begin()}></cl-error>` : this.#content(t, add)}
    </cl-page>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t @param {unknown} add */
  #content(t, add) {
    const {items} = this;
    if (!items) {
      return html`<cl-skeleton rows="5"></cl-skeleton>`;
    }
    return items.length
      ? html`<ul class="cards plain-cards">${items.map((each) => html`<li class="card link"><h2><a href="/app/classifications/${each.id}">${each.name}</a></h2>
          <p class="bands row wrap">${each.rules.map((rule, at) => html`<cl-pill tone=${at === each.rules.length - 1 ? 'neutral' : 'accent'}>${rule.name}</cl-pill>`)}</p></li>`)}</ul>`
      : html`<cl-empty icon="rows-3" heading=${t('classes.first')}>${t('classes.first.text')}${add}</cl-empty>`;
  }
}
