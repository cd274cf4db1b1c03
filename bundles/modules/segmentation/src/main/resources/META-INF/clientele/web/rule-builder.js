import {html, nothing} from '@clientele/ui';
import {afterQuiet, told} from './handlers.js';
import {putTogether, takeApart} from './rules.js';
import {Preview} from './preview.js';

const WRITING_MILLIS = 250;
const SETS = /** @type {const} */ (['all', 'any', 'none']);

/** A rule in the making: conditions as pills and as text, other segments to be in or not, and at any time what it would bring. */
export class RuleBuilder {
  /**
   * @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue
   * @param {{changed: (filter: string) => void, own?: string}} around `own` is the key of the segment that the rule is of
   */
  constructor(host, catalogue, around) {
    this.host = host;
    this.catalogue = catalogue;
    this.around = around;
    this.filter = '';
    this.problem = /** @type {any} */ (undefined);
    this.preview = new Preview(host, (problem) => (this.problem = problem));
    /** The conditions while they are being written as text. */
    this.written = /** @type {string | undefined} */ (undefined);
    this.look = afterQuiet(() => this.preview.of(this.#whole), WRITING_MILLIS);
  }

  /** Begins with a rule that is there. @param {string} filter */
  begin(filter) {
    this.filter = filter;
    this.problem = undefined;
    this.written = undefined;
    this.preview.of(filter);
  }

  get #whole() {
    return this.written === undefined ? this.filter : putTogether({...takeApart(this.filter), conditions: this.written});
  }

  /** @param {Partial<import('./rules.js').Parts>} changed */
  #set(changed) {
    const parts = takeApart(this.filter);
    // What is written among the conditions may be about segments, too.
    const written = takeApart(changed.conditions ?? parts.conditions);
    const merged = (/** @type {'all' | 'any' | 'none'} */ key) => [...new Set([...(changed[key] ?? parts[key]), ...written[key]])];
    this.filter = putTogether({conditions: written.conditions, all: merged('all'), any: merged('any'), none: merged('none')});
    this.written = undefined;
    this.problem = undefined;
    this.around.changed(this.filter);
    this.look();
    this.host.requestUpdate();
  }

  /** Looks ahead while a filter is being written. @param {Event} event */
  #writing(event) {
    const field = event.composedPath()[0];
    if (field instanceof HTMLTextAreaElement) {
      this.written = field.value;
      this.look();
    }
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const parts = takeApart(this.filter);
    return html`<div class="builder">
      <section class="card rule" aria-labelledby="who">
        <h2 id="who">${t('rule.who')}</h2>
        <cl-filter .facts=${this.catalogue.conditionFacts} .value=${this.written ?? parts.conditions} .suggest=${this.catalogue.suggest} .show=${this.catalogue.said}
          .problem=${this.problem} @cl-change=${told(({value}) => this.#set({conditions: value}))} @input=${(/** @type {Event} */ event) => this.#writing(event)}></cl-filter>
        <div class="sets">${SETS.map((key) => this.#picker(key, parts[key], t))}</div>
        ${this.filter ? html`<p class="text"><span class="muted small">${t('rule.text')}</span> <code>${this.filter}</code></p>` : html`<p class="muted">${t('rule.hint')}</p>`}
      </section>
      ${this.preview.render(this.filter)}
    </div>`;
  }

  /** @param {'all' | 'any' | 'none'} key @param {string[]} chosen @param {(key: string, values?: Record<string, unknown>) => string} t */
  #picker(key, chosen, t) {
    const others = this.catalogue.segments.filter((segment) => segment.key !== this.around.own && !chosen.includes(segment.key));
    const items = others.map((segment) => ({label: segment.name, action: () => this.#set({[key]: [...chosen, segment.key]})}));
    return html`<div class="set" role="group" aria-label=${t(`rule.${key}`)}>
      <span class="muted">${t(`rule.${key}`)}</span>
      ${chosen.map((segment) => html`<cl-pill tone=${this.#known(segment) ? 'accent' : 'warn'} removable
        @remove=${() => this.#set({[key]: chosen.filter((each) => each !== segment)})}>${this.catalogue.segmentName(segment)}</cl-pill>`)}
      ${items.length ? html`<cl-menu label=${t('rule.add', {how: t(`rule.${key}`)})} .items=${items}><span slot="button" class="row small"><cl-icon name="plus"></cl-icon>${t('rule.segment')}</span></cl-menu>`
        : chosen.length ? nothing : html`<span class="muted small">${t('rule.noOthers')}</span>`}
    </div>`;
  }

  /** @param {string} key */
  #known(key) {
    return this.catalogue.segments.some((segment) => segment.key === key);
  }
}
