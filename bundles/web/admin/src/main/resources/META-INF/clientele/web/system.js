import {Problem, dateFormat, html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {inWords} from './codes.js';
import {between, parse, reading} from './metrics.js';
import {table} from './parts.js';
import {common} from './styles.js';

const EVERY_MILLIS = 5000;
const KEPT = 120;
const STEPS = /** @type {const} */ ([
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
]);

/** Whether the server is well, and how much it does. */
export default class SystemPage extends AdminScreen {
  static properties = {health: {state: true}, points: {state: true}, now: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** @type {import('./shapes.js').Health | undefined} */
    this.health = undefined;
    /** @type {ReturnType<typeof between>[]} */
    this.points = [];
    /** @type {import('./metrics.js').Reading | undefined} */
    this.now = undefined;
  }

  whenShown() {
    super.whenShown();
    this.keepLoading(EVERY_MILLIS);
  }

  async fetch() {
    const [health, metrics] = await Promise.all([this.wellness(), this.context.api.get('/metrics')]);
    const now = reading(parse(metrics.body));
    if (this.now) {
      this.points = [...this.points, between(this.now, now)].slice(-KEPT);
    }
    this.now = now;
    this.health = health;
  }

  /** Answered with 503 where something is wrong, and then of most interest. */
  async wellness() {
    try {
      const answer = await fetch('/health', {headers: {Accept: 'application/json'}});
      return await answer.json();
    } catch (failure) {
      throw new Problem({status: 0, title: String(failure)});
    }
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    return html`<cl-page reading .heading=${this.t('system.title')}>${this.shownWhenLoaded(this.health && this.content(this.health))}</cl-page>`;
  }

  /** @param {import('./shapes.js').Health} health */
  content({ready, versions, database, durability, checks}) {
    return html`
      <div class="body">
        <p class="banner ${ready ? 'good' : 'bad'}" role="status">
          <cl-icon name=${ready ? 'circle-check' : 'triangle-alert'}></cl-icon><span>${this.t(ready ? 'system.ready' : 'system.notReady')}</span>
        </p>
        <div class="figures">${this.figures()}</div>
        <div class="cards">${this.plots()}</div>
        <h2>${this.t('checks')}</h2>
        ${table(
          this.t('checks'),
          [
            {label: this.t('check'), cell: (each) => this.checked(each.name)},
            {label: this.t('state'), cell: (each) => html`<cl-pill tone=${tone(each)}>${this.t(`check.${tone(each)}`)}</cl-pill>`},
            {label: this.t('detail'), cell: (each) => inWords(this, 'check.detail', each.detail)},
          ],
          checks,
        )}
        <dl class="facts">
          <dt>${this.t('version')}</dt>
          <dd>${versions.clientele}</dd>
          <dt>Java</dt>
          <dd>${versions.java}</dd>
          <dt>${this.t('database')}</dt>
          <dd>${database}</dd>
          <dt>${this.t('durability')}</dt>
          <dd>${inWords(this, 'durability', durability)}</dd>
        </dl>
      </div>
    `;
  }

  /** What a check looks at; a module's is called like the module. @param {string} name */
  checked(name) {
    const {bundle} = this.context.contributions('page').find((each) => each.bundle.bundle.endsWith(`.${name}`)) ?? {};
    return bundle?.name[this.context.preferences.locale] ?? inWords(this, 'check.of', name);
  }

  figures() {
    const now = this.now;
    if (!now) {
      return '';
    }
    const shown = {
      uptime: this.lasted(now.uptime),
      requests: this.number(now.requests, 0),
      failures: this.number(now.failures, 0),
      threads: this.number(now.threads, 0),
    };
    return Object.entries(shown).map(([key, value]) => html`<cl-kpi .label=${this.t(`system.${key}`)} .value=${value}></cl-kpi>`);
  }

  plots() {
    /** @param {number} digits @param {string} unit */
    const unit = (digits, unit) => (/** @type {number} */ value) => `${this.number(value, digits)} ${unit}`.trim();
    return [
      this.plot('rate', unit(1, '/s')),
      this.plot('latency', unit(1, 'ms')),
      this.plot('heap', unit(0, 'MB')),
      this.plot('lag', unit(0, '')),
    ];
  }

  /** @param {'rate' | 'latency' | 'heap' | 'lag'} key @param {(value: number) => string} format */
  plot(key, format) {
    const name = this.t(`plot.${key}`);
    const time = dateFormat(this.context.locale, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
    const points = this.points
      .filter((point) => point[key] !== null)
      .map((point) => ({x: time.format(new Date(point.at)), y: /** @type {number} */ (point[key])}));
    const last = points.at(-1);
    return html`
      <section class="card stack">
        <div class="row between"><h2>${name}</h2>${last ? html`<span class="muted">${format(last.y)}</span>` : nothing}</div>
        ${last
          ? html`<cl-chart kind="line" .name=${name} .height=${120} .series=${[{name, points}]} .format=${format} .xName=${this.t('when')} .yName=${name}></cl-chart>`
          : html`<p class="muted small">${this.t('plot.empty')}</p>`}
      </section>
    `;
  }

  /** How long, in the largest unit that fits. @param {number} seconds */
  lasted(seconds) {
    const [unit, length] = STEPS.find(([, each]) => seconds >= each) ?? STEPS[2];
    return this.t(`system.${unit}`, {n: Math.floor(seconds / length)});
  }

  /** @param {number} value @param {number} digits */
  number(value, digits) {
    return value.toLocaleString(this.context.locale, {maximumFractionDigits: digits});
  }
}

/** A check that warns is good enough to go on. @param {import('./shapes.js').Check} check */
function tone({good, detail}) {
  return good ? (detail === 'warn' ? 'warn' : 'good') : 'bad';
}
