import {html, nothing} from '@clientele/ui';

/** @typedef {import('./cells.js').Matrix} Matrix */

/** All matrices. */
export class MatrixList {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.key = '';
    this.host = host;
    this.catalogue = catalogue;
    this.items = /** @type {Matrix[] | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  async begin() {
    try {
      this.items = (await this.host.context.api.get('/api/v1/matrices')).body.items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    return html`<cl-page heading=${t('matrices.title')}>
      ${this.items?.length && this.host.context.can('segmentation:write')
        ? html`<a slot="actions" class="button primary" href="/app/matrices/new"><cl-icon name="plus"></cl-icon><span class="wide">${t('matrices.new')}</span></a>` : nothing}
      ${this.problem ? html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>` : this.items ? this.#content(t, this.items) : html`<cl-skeleton rows="5"></cl-skeleton>`}
    </cl-page>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t @param {Matrix[]} items */
  #content(t, items) {
    if (!items.length) {
      return html`<cl-empty icon="layout-grid" heading=${t('matrices.first')}>${t('matrices.first.text')}
        ${this.host.context.can('segmentation:write') ? html`<a slot="action" class="button primary" href="/app/matrices/new"><cl-icon name="plus"></cl-icon>${t('matrices.new')}</a>` : nothing}</cl-empty>`;
    }
    return html`<ul class="cards plain-cards">${items.map((matrix) => html`<li class="card link"><h2><a href="/app/matrices/${matrix.id}">${matrix.name}</a></h2>
      <p class="muted">${t('matrices.sides', {x: this.catalogue.label(matrix.x.fact), y: this.catalogue.label(matrix.y.fact)})}</p>
      <p class="muted small">${t('matrices.cells', {x: matrix.x.parts, y: matrix.y.parts, n: matrix.x.parts * matrix.y.parts})}${matrix.filter ? html` · <code>${matrix.filter}</code>` : nothing}</p></li>`)}</ul>`;
  }
}
