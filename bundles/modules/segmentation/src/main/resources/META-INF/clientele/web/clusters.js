import {html, nothing} from '@clientele/ui';
import {count, decimal, day, money, share} from './numbers.js';
import {typed} from './handlers.js';
import {frame} from './rfm-frame.js';

const NUMBERS = [2, 3, 4, 5, 6, 7, 8];

/** Groups that a machine finds among those who bought. */
export class Clusters {
  /** @param {import('@clientele/ui').Screen} host */
  constructor(host) {
    this.key = 'clusters';
    this.host = host;
    this.found = /** @type {any} */ (undefined);
    this.currency = '';
    this.read = false;
    this.problem = /** @type {any} */ (undefined);
    this.number = '';
    this.busy = false;
  }

  async begin() {
    const {api} = this.host.context;
    try {
      this.currency = (await api.get('/api/v1/rfm/settings')).body.settings.currency;
      this.found = (await api.get('/api/v1/rfm/clusters')).body;
    } catch (problem) {
      this.problem = /** @type {any} */ (problem).status === 404 ? undefined : problem;
    }
    this.read = true;
    this.host.requestUpdate();
  }

  async #run() {
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      this.found = (await this.host.context.api.post('/api/v1/rfm/clusters', {body: this.number ? {clusters: Number(this.number)} : {}})).body;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const run = this.host.context.can('segmentation:write')
      ? html`<label class="row muted small">${t('clusters.number')}<select @change=${typed((value) => (this.number = value))}><option value="">${t('clusters.auto')}</option>
            ${NUMBERS.map((each) => html`<option value=${each}>${each}</option>`)}</select></label>
          <button class="primary" ?disabled=${this.busy} @click=${() => this.#run()}>${t('clusters.run')}</button>`
      : nothing;
    const note = this.found ? t('clusters.ran', {day: day(this.found.ranAt, this.host.context.locale), n: this.found.customers}) : '';
    const body = html`${this.busy ? html`<cl-progress class="spaced" label=${t('clusters.busy')}></cl-progress>` : nothing}
      ${this.problem ? html`<cl-error class="spaced" .problem=${this.problem} @retry=${() => this.#run()}></cl-error>` : nothing}
      ${this.found ? this.#profiles(t) : this.read && !this.busy && !this.problem ? html`<cl-empty icon="sparkles" heading=${t('clusters.first')}>${t('clusters.first.text')}<span slot="action" class="row wrap">${run}</span></cl-empty>` : nothing}`;
    return frame(this.host, 'clusters', {actions: this.found ? run : nothing, note, body: this.read ? body : html`<cl-skeleton rows="6"></cl-skeleton>`});
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #profiles(t) {
    const {locale} = this.host.context;
    const {profiles, customers} = this.found;
    return html`<ul class="cards plain-cards clusters">${profiles.map((/** @type {any} */ each) => html`<li class="card">
      <h2><a href="/app/customers?filter=rfm.cluster==${each.cluster}">${t('clusters.name', {n: each.cluster})}</a></h2>
      <p class="words">${each.words.split(', ').map((/** @type {string} */ word) => wordOf(word, t)).join(t('clusters.comma'))}</p>
      <p class="figure"><b>${count(each.customers, locale)}</b> <span class="muted">${t('clusters.share', {share: share(each.customers / customers, locale)})}</span></p>
      <dl><dt>${t('clusters.days')}</dt><dd>${decimal(each.days, locale)}</dd><dt>${t('clusters.frequency')}</dt><dd>${decimal(each.frequency, locale)}</dd>
        <dt>${t('clusters.money')}</dt><dd>${money(each.money, locale, this.currency)}</dd></dl></li>`)}</ul>`;
  }
}

/** A word of the server's in the language of the page. @param {string} word @param {(key: string) => string} t */
export function wordOf(word, t) {
  const key = `clusters.word.${word.replaceAll(' ', '')}`;
  const said = t(key);
  return said === key ? word : said;
}
