import {html, ref} from '@clientele/ui';
import {causeOf} from './causes.js';
import {curve} from './curves.js';
import {count, day, movement, shortDay, signed, thinned} from './numbers.js';
import {Pages} from './pages.js';
import {spanPicker} from './spans.js';

const POINTS = 40;

/** Who came into a segment and who left, and how large it was. */
export class HistoryTab {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.span = '90';
    this.days = /** @type {import('./curves.js').Day[] | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
    this.moves = new Pages(view.host, `${view.path}/moves`);
  }

  async begin() {
    await Promise.all([this.moves.begin(), this.#grown()]);
  }

  freshen() {
    return this.begin();
  }

  async #grown() {
    try {
      this.days = await curve(this.view.context, this.view.key);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.view.host.requestUpdate();
  }

  render() {
    const {host} = this.view;
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => host.t(key, values);
    const problem = this.problem ?? this.moves.problem;
    if (problem) {
      return html`<cl-error .problem=${problem} @retry=${() => this.begin()}></cl-error>`;
    }
    if (!this.days || !this.moves.read) {
      return html`<cl-skeleton rows="8"></cl-skeleton>`;
    }
    return this.days.length
      ? html`<div class="history">${this.#curve(t, this.days)}
          <section class="card" aria-labelledby="moves"><h2 id="moves">${t('history.moves')}</h2>
            <cl-timeline name=${t('history.moves')} level="3" .entries=${this.moves.items.map((move, i) => this.#entry(move, i, t))} ?more=${Boolean(this.moves.next)}
              ?busy=${this.moves.busy} @cl-more=${() => this.moves.more()}></cl-timeline></section></div>`
      : html`<cl-empty icon="history" heading=${t('history.none')}>${t('history.none.text')}</cl-empty>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t @param {import('./curves.js').Day[]} days */
  #curve(t, days) {
    const {locale} = this.view.context;
    const shown = days.slice(-Number(this.span));
    const {entered, left} = movement(shown, shown.length);
    const points = thinned(shown, POINTS).map((each) => ({x: shortDay(each.day, locale), y: each.size, label: day(each.day, locale)}));
    return html`<section class="card" aria-labelledby="size"><div class="row"><h2 id="size">${t('history.size')}</h2><span class="space"></span>
        ${spanPicker(t, this.span, (span) => { this.span = span; this.view.host.requestUpdate(); })}</div>
      <p class="muted">${t('history.sum', {size: count(shown.at(-1)?.size ?? 0, locale), entered: signed(entered, locale), left: signed(-left, locale)})}</p>
      ${points.length > 1
        ? html`<cl-chart class="chart" kind="line" name=${t('history.size')} xName=${t('history.day')} yName=${t('segment.size')} .height=${200} .series=${[{name: t('segment.size'), points}]}></cl-chart>`
        : html`<p class="muted small">${t('history.begins')}</p>`}</section>`;
  }

  /** @param {any} move @param {number} index @param {(key: string, values?: Record<string, unknown>) => string} t */
  #entry(move, index, t) {
    const entered = move.direction === 'entered';
    return {
      id: `${move.at} ${move.customer} ${index}`,
      at: move.at,
      icon: entered ? 'log-in' : 'log-out',
      title: html`<a href="/app/customers/${move.customer}" ${ref(quiet)}>${move.name}</a> ${t(entered ? 'history.entered' : 'history.left')}`,
      by: this.view.catalogue.user(move.user),
      meta: causeOf(move, t),
    };
  }
}

/** A link within a timeline, which knows no links of its own: as dark as its text. @param {Element | undefined} link */
function quiet(link) {
  if (link instanceof HTMLElement) {
    link.style.color = 'inherit';
    link.style.textDecorationColor = 'var(--cl-border-strong)';
    link.style.textUnderlineOffset = '3px';
  }
}
