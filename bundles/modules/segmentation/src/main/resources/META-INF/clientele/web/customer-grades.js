import {html, nothing} from '@clientele/ui';
import {day} from './numbers.js';
import {bandName} from './scales.js';

/** @typedef {{id: string, key: string, name: string, band: string, bandName: string, since: string}} Standing */

/** The grades of one customer, each with the bands it was in before when somebody asks. */
export class CustomerGrades {
  /** @param {import('@clientele/ui').Screen} card */
  constructor(card) {
    this.card = card;
    this.items = /** @type {Standing[]} */ ([]);
    this.opened = /** @type {Set<string>} */ (new Set());
    this.before = /** @type {Map<string, {band: string | null, since: string, until?: string | null}[]>} */ (new Map());
  }

  async read() {
    this.items = (await this.card.context.api.get('/api/v1/grades', {query: {customer: this.card.customer?.id}})).body.items;
    await Promise.all([...this.before.keys()].map((id) => this.#ask(id)));
  }

  /** @param {string} id */
  async #ask(id) {
    this.opened.add(id);
    this.card.requestUpdate();
    const {api} = this.card.context;
    const path = `/api/v1/grades/${id}`;
    try {
      const [scale, stays] = await Promise.all([api.get(path), api.get(`${path}/customers/${this.card.customer?.id}`)]);
      this.before.set(id, stays.body.items.map((/** @type {any} */ stay) => ({...stay, band: bandName(scale.body, stay.band)})));
    } catch (problem) {
      this.card.context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
    this.card.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.card.t(key, values);
    const {locale} = this.card.context;
    return this.items.length
      ? html`<h3 class="apart">${t('card.grades')}</h3><ul>${this.items.map((each) => html`<li>
          <span class="row"><a href="/app/grades/${each.id}">${each.name}</a> <cl-pill tone="accent">${each.bandName}</cl-pill></span>
          <span class="muted small">${t('card.since', {day: day(each.since, locale)})}</span>
          <details @toggle=${(/** @type {Event} */ event) => /** @type {HTMLDetailsElement} */ (event.target).open && this.#ask(each.id)}>
            <summary class="muted small" aria-label=${t('card.bands.of', {name: each.name})}>${t('card.bands')}</summary>${this.#stays(each.id, locale, t)}</details></li>`)}</ul>`
      : nothing;
  }

  /** @param {string} id @param {string} locale @param {(key: string, values?: Record<string, unknown>) => string} t */
  #stays(id, locale, t) {
    const stays = this.before.get(id);
    return stays
      ? html`<ol>${stays.map((stay) => html`<li class="small"><b>${stay.band}</b> <span class="muted">${stay.until
          ? t('card.between', {since: day(stay.since, locale), until: day(stay.until, locale)}) : t('card.since', {day: day(stay.since, locale)})}</span></li>`)}</ol>`
      : this.opened.has(id) ? html`<cl-skeleton rows="1"></cl-skeleton>` : nothing;
  }
}
