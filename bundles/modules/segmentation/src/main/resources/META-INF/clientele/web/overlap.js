import {html, nothing} from '@clientele/ui';
import {division} from './division.js';
import {mover} from './ordered.js';

const MOST = 12;
const DRAFT = 'overlap';

/** @typedef {{customers: number, nobody: number, several: number, segments: {key: string, members: number, first: number, only: number, dead: boolean}[], pairs: {one: string, other: string, both: number}[]}} Division */

/** How segments in an order divide customers among them. */
export class Overlap {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.key = 'overlap';
    this.host = host;
    this.catalogue = catalogue;
    this.chosen = /** @type {string[]} */ ([]);
    this.found = /** @type {Division | undefined} */ (undefined);
    this.read = false;
    this.problem = /** @type {any} */ (undefined);
    this.abort = new AbortController();
  }

  get #known() {
    return this.catalogue.segments.map((segment) => segment.key);
  }

  async begin() {
    await this.catalogue.loaded;
    const kept = /** @type {string[]} */ (this.host.context.drafts.get(DRAFT) ?? []);
    this.chosen = kept.filter((key) => this.#known.includes(key));
    await this.#ask();
    this.read = true;
    this.host.requestUpdate();
  }

  /** Asks anew; an answer to an earlier question that comes late is not shown. */
  async #ask() {
    this.abort.abort();
    const abort = new AbortController();
    this.abort = abort;
    try {
      const {signal} = abort;
      const found = this.chosen.length ? (await this.host.context.api.post('/api/v1/segments/overlap', {body: {segments: this.chosen}, idempotencyKey: null, signal})).body : undefined;
      if (this.abort === abort) {
        this.found = found;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = this.abort === abort ? problem : this.problem;
    }
    this.host.requestUpdate();
  }

  /** @param {string[]} keys */
  #choose(keys) {
    this.chosen = keys;
    this.host.context.drafts.set(DRAFT, keys);
    this.#ask();
    this.host.requestUpdate();
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || /^segmentation\.(Entered|Left|Moved|Segment)/.test(event.type)) {
      this.#ask();
    }
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    return html`<cl-page heading=${t('overlap.title')} back="/app/segments">${this.read ? this.#content(t) : html`<cl-skeleton rows="8"></cl-skeleton>`}</cl-page>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #content(t) {
    const all = this.#known.slice(0, MOST);
    if (!all.length) {
      return html`<cl-empty icon="layers" heading=${t('overlap.first')}>${t('overlap.none.text')}<a slot="action" class="button primary" href="/app/segments">${t('segments.title')}</a></cl-empty>`;
    }
    if (!this.chosen.length) {
      return html`<cl-empty icon="layers" heading=${t('overlap.first')}>${t('overlap.first.text')}
        <div slot="action" class="row wrap"><button class="primary" @click=${() => this.#choose(all)}>${t('overlap.first.all', {n: all.length})}</button>${this.#adder(t)}</div></cl-empty>`;
    }
    return html`<div class="history">${this.#order(t)}
      ${this.problem ? html`<cl-error .problem=${this.problem} @retry=${() => this.#ask()}></cl-error>` : this.found ? division(this.catalogue, t, this.found) : html`<cl-skeleton rows="6"></cl-skeleton>`}</div>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #order(t) {
    return html`<section class="card" aria-labelledby="order"><h2 id="order">${t('overlap.order')}</h2><p class="muted">${t('overlap.order.text', {most: MOST})}</p>
      <ol class="ordered">${this.chosen.map((key) => html`<li class="row"><span class="name">${this.catalogue.segmentName(key)}</span>
        ${mover(this.host, {order: this.chosen, item: key, name: this.catalogue.segmentName(key), moved: (order) => this.#choose(order)})}
        <button class="quiet icon" aria-label=${t('overlap.without', {name: this.catalogue.segmentName(key)})} @click=${() => this.#choose(this.chosen.filter((each) => each !== key))}><cl-icon name="x"></cl-icon></button></li>`)}</ol>
      ${this.#adder(t)}</section>`;
  }

  /** @param {(key: string) => string} t */
  #adder(t) {
    const others = this.catalogue.segments.filter((segment) => !this.chosen.includes(segment.key));
    return others.length && this.chosen.length < MOST
      ? html`<cl-menu label=${t('overlap.add')} .items=${others.map((segment) => ({label: segment.name, action: () => this.#choose([...this.chosen, segment.key])}))}>
          <span slot="button" class="row"><cl-icon name="plus"></cl-icon>${t('overlap.add')}</span></cl-menu>`
      : nothing;
  }
}
