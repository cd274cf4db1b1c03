import {html, nothing} from '@clientele/ui';
import {graded, state} from './grade-states.js';
import {allBands} from './scales.js';

/** @typedef {import('./scales.js').Scale} Scale */

const MOST = 12;

/** All scales of grades. */
export class GradeList {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.key = '';
    this.host = host;
    this.catalogue = catalogue;
    this.items = /** @type {Scale[] | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  async begin() {
    try {
      this.items = (await this.host.context.api.get('/api/v1/grades')).body.items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  get #mayAdd() {
    return this.host.context.can('segmentation:write');
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {items, problem} = this;
    return html`<cl-page heading=${t('grades.title')} note=${items?.length ? t('grades.total', {n: items.length}) : ''}>
      ${items?.length && items.length < MOST && this.#mayAdd
        ? html`<a slot="actions" class="button primary" href="/app/grades/new"><cl-icon name="plus"></cl-icon><span class="wide">${t('grades.new')}</span></a>` : nothing}
      ${problem ? html`<cl-error .problem=${problem} @retry=${() => this.begin()}></cl-error>` : items ? this.#content(t, items) : html`<cl-skeleton rows="5"></cl-skeleton>`}
    </cl-page>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t @param {Scale[]} items */
  #content(t, items) {
    if (!items.length) {
      return html`<cl-empty icon="award" heading=${t('grades.first')}>${t('grades.first.text')}
        ${this.#mayAdd
          ? html`<div slot="action" class="row wrap"><a class="button primary" href="/app/grades/new?first=abc"><cl-icon name="wand-sparkles"></cl-icon>${t('grades.first.abc')}</a>
              <a class="button" href="/app/grades/new"><cl-icon name="plus"></cl-icon>${t('grades.new')}</a></div>`
          : nothing}</cl-empty>`;
    }
    return html`<ul class="cards plain-cards">${items.map((scale) => this.#card(t, scale))}</ul>
      ${items.length >= MOST ? html`<p class="muted apart">${t('grades.most', {n: MOST})}</p>` : nothing}`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t @param {Scale} scale */
  #card(t, scale) {
    return html`<li class="card link"><div class="row"><h2><a href="/app/grades/${scale.id}">${scale.name}</a></h2><span class="space"></span>${state(scale, t)}</div>
      <p class="muted">${t('grades.by', {fact: this.catalogue.label(scale.fact), method: t(`grade.method.${scale.method}`)})}</p>
      <p class="bands row wrap">${allBands(scale).map((band) => html`<cl-pill>${band.name || band.key}</cl-pill>`)}</p>
      <p class="muted small">${graded(scale, t, this.host.context.locale)}</p></li>`;
  }
}
