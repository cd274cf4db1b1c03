import {Screen, css, html} from '@clientele/ui';
import {curves} from './curves.js';
import {afterQuiet} from './handlers.js';
import {count, movement, signed} from './numbers.js';
import {everything} from './pages.js';

const REFRESH_MILLIS = 2000;
const DAYS = 7;
const MOST_ASKED = 50;
const MOST_SHOWN = 6;

/** At the start: which segments moved most in the last seven days. */
export default class MovedWidget extends Screen {
  static properties = {rows: {state: true}, known: {state: true}, problem: {state: true}};

  static styles = css`
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 10px; align-items: baseline; min-height: 28px; }
    ul { list-style: none; padding: 0; }
    li a { color: inherit; font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    p a { text-decoration: underline; }
    .number { min-width: 44px; }
  `;

  constructor() {
    super();
    this.rows = /** @type {any[] | undefined} */ (undefined);
    this.known = 0;
    this.problem = /** @type {any} */ (undefined);
    this.refresh = afterQuiet(() => this.load(), REFRESH_MILLIS);
  }

  whenShown() {
    this.load();
    this.listen('segmentation', () => this.refresh());
  }

  async load() {
    try {
      const segments = (await everything(this.context, '/api/v1/segments')).slice(-MOST_ASKED);
      const moved = /** @type {any[]} */ ([]);
      await curves(this.context, segments, (segment, curve) => {
        const {entered, left} = movement(curve, DAYS);
        moved.push({...segment, entered, left});
      });
      this.known = segments.length;
      this.rows = moved.filter((row) => row.entered || row.left).sort((a, b) => b.entered + b.left - a.entered - a.left).slice(0, MOST_SHOWN);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.load()}></cl-error>`;
    }
    if (!this.rows) {
      return html`<cl-skeleton rows="3"></cl-skeleton>`;
    }
    const {locale} = this.context;
    if (!this.rows.length) {
      return this.known ? html`<p class="muted">${this.t('widget.quiet')}</p>` : html`<p class="muted">${this.t('widget.none')} <a href="/app/segments/new">${this.t('segments.new')}</a></p>`;
    }
    return html`<ul>${this.rows.map((row) => html`<li><a href="/app/segments/${row.id}/history">${row.name}</a>
      <span class="muted small number">${signed(row.entered, locale)} / ${signed(-row.left, locale)}</span><span class="number">${count(row.size, locale)}</span></li>`)}</ul>`;
  }
}
