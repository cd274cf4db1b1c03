import {Screen, css, html, nothing} from '@clientele/ui';
import {causeOf} from './causes.js';
import {Catalogue} from './catalogue.js';
import {CustomerGrades} from './customer-grades.js';
import {afterQuiet} from './handlers.js';
import {day} from './numbers.js';

const REFRESH_MILLIS = 500;
const MOST_MOVES = 50;

/** On a customer's page: the segments that the customer is in, since when and why, its grades, and how it scores. */
export default class CustomerCard extends Screen {
  static properties = {segments: {state: true}, standing: {state: true}, problem: {state: true}};

  static styles = css`
    ul, ol { list-style: none; padding: 0; display: grid; gap: 8px; }
    ol { gap: 2px; margin-top: 4px; }
    h3.apart { margin: 12px 0 6px; padding-top: 10px; border-top: 1px solid var(--cl-border); }
    summary { cursor: pointer; width: max-content; border-radius: var(--cl-radius-small); }
    ol li { display: block; }
    li { display: grid; gap: 1px; }
    a { color: inherit; font-weight: 500; }
    .scores { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin-top: 12px; padding-top: 10px; border-top: 1px solid var(--cl-border); }
    code { color: var(--cl-muted); }
  `;

  constructor() {
    super();
    this.segments = /** @type {any[] | undefined} */ (undefined);
    this.standing = /** @type {any} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
    this.catalogue = new Catalogue(this);
    this.grades = new CustomerGrades(this);
    this.refresh = afterQuiet(() => this.load(), REFRESH_MILLIS);
  }

  whenShown() {
    this.load();
    this.listen('segmentation', (event) => (event.type === 'reset' || [null, undefined, this.customer?.id].includes(event.customer)) && this.refresh());
  }

  async load() {
    try {
      const {api} = this.context;
      const [found, settings] = await Promise.all([api.get('/api/v1/segments', {query: {customer: this.customer?.id}}), api.get('/api/v1/rfm/settings'), this.grades.read()]);
      this.catalogue.groups = settings.body.settings.groups;
      this.segments = await Promise.all(found.body.items.map((/** @type {any} */ segment) => this.#entry(segment)));
      this.standing = settings.body.version ? await this.#standing() : undefined;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Since when the customer is in a segment and why; an old entry is known by its day only. @param {any} segment */
  async #entry(segment) {
    const {api} = this.context;
    const moves = (await api.get(`/api/v1/segments/${segment.id}/moves`, {query: {limit: MOST_MOVES}})).body.items;
    const move = moves.find((/** @type {any} */ each) => each.customer === this.customer?.id && each.direction === 'entered');
    const member = move ? undefined : (await api.get(`/api/v1/segments/${segment.id}/members`, {query: {filter: `id==${this.customer?.id}`, limit: 1}})).body.items[0];
    return {...segment, since: move?.at ?? member?.since, why: move && causeOf(move, (key, values) => this.t(key, values))};
  }

  async #standing() {
    try {
      return (await this.context.api.get(`/api/v1/rfm/customers/${this.customer?.id}`)).body;
    } catch (problem) {
      if (/** @type {any} */ (problem).status === 404) {
        return undefined;
      }
      throw problem;
    }
  }

  render() {
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.load()}></cl-error>`;
    }
    if (!this.segments) {
      return html`<cl-skeleton rows="2"></cl-skeleton>`;
    }
    const {locale} = this.context;
    return html`
      ${this.segments.length
        ? html`<ul>${this.segments.map((segment) => html`<li><a href="/app/segments/${segment.id}">${segment.name}</a>
            <span class="muted small">${segment.since ? this.t('card.since', {day: day(segment.since, locale)}) : ''}${segment.why ? ` · ${segment.why}` : ''}${segment.suspended ? html` · ${this.t('segment.suspended')}` : nothing}</span></li>`)}</ul>`
        : html`<p class="muted">${this.t('card.none')}</p>`}
      ${this.grades.render()}
      ${this.standing ? this.#scores(this.standing) : nothing}
    `;
  }

  /** @param {any} standing */
  #scores({r, f, m, group}) {
    return html`<div class="scores"><span class="muted">RFM</span><cl-pill tone="accent">${this.catalogue.group(group)}</cl-pill>
      <span aria-label=${this.t('card.scores', {r, f, m})} role="img"><code>${r}·${f}·${m}</code></span></div>`;
  }
}
