import {html, nothing} from '@clientele/ui';
import {count, share, signed} from './numbers.js';

/** What a rule would bring: how many customers, some of them, and whether time alone moves it. */
export class Preview {
  /** @param {import('@clientele/ui').Screen} host @param {(problem: any) => void} refused */
  constructor(host, refused) {
    this.host = host;
    this.refused = refused;
    this.found = /** @type {any} */ (undefined);
    this.everybody = /** @type {number | undefined} */ (undefined);
    /** How many there are now, to compare with. */
    this.before = /** @type {number | undefined} */ (undefined);
    this.busy = false;
    this.abort = new AbortController();
  }

  /** Looks what a filter brings; an earlier look that is still under way is given up. @param {string} filter */
  async of(filter) {
    this.abort.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.busy = Boolean(filter);
    if (!filter) {
      this.found = undefined;
    }
    this.host.requestUpdate();
    try {
      const found = filter ? await this.#ask(filter, abort.signal) : undefined;
      if (this.abort === abort) {
        this.found = found;
        this.refused(undefined);
      }
    } catch (problem) {
      if (this.abort === abort) {
        this.found = undefined;
        this.refused(problem);
      }
    }
    if (this.abort === abort) {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  /** @param {string} filter @param {AbortSignal} signal */
  async #ask(filter, signal) {
    const {api} = this.host.context;
    const [preview, customers] = await Promise.all([
      api.post('/api/v1/segments/preview', {body: {filter}, idempotencyKey: null, signal}),
      this.everybody === undefined ? api.get('/api/v1/customers', {query: {limit: 1, total: true, fields: 'id'}, signal}) : undefined,
    ]);
    this.everybody = customers?.body.total ?? this.everybody;
    return preview.body;
  }

  /** @param {string} filter */
  render(filter) {
    const {locale} = this.host.context;
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {found, everybody} = this;
    return html`<section class="card preview" aria-labelledby="preview" aria-busy=${this.busy}>
      <h2 id="preview">${t('preview.title')}</h2>
      <div role="status">
        ${found
          ? html`<p class="figure"><b>${count(found.count, locale)}</b> <span class="muted">${t('preview.customers', {n: found.count})}</span></p>
              <p class="muted">${everybody ? t('preview.share', {share: share(found.count / everybody, locale)}) : ''}
                ${this.before !== undefined && this.before !== found.count ? html` · ${t('preview.change', {change: signed(found.count - this.before, locale)})}` : nothing}</p>`
          : html`<p class="muted">${filter && this.busy ? t('preview.looking') : t(filter ? 'preview.refused' : 'preview.none')}</p>`}
      </div>
      ${found?.examples.length
        ? html`<ul class="plain examples">${found.examples.map((/** @type {any} */ each) => html`<li class="row"><cl-avatar name=${each.name}></cl-avatar><a href="/app/customers/${each.id}">${each.name}</a></li>`)}</ul>`
        : nothing}
      ${found?.timed ? html`<p class="row muted small"><cl-icon name="clock"></cl-icon>${t('preview.timed')}</p>` : nothing}
    </section>`;
  }
}
