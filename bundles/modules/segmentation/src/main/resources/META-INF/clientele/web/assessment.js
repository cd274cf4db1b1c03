import {html, nothing, svg} from '@clientele/ui';
import {Decisions} from './decisions.js';
import {Differentiation} from './differentiation.js';
import {count, decimal, money, share, signed, signedShare} from './numbers.js';
import {Months} from './months.js';
import {typed} from './handlers.js';

const VALUE = 'assessment:value';
const WORTH = ['value.established', 'rfm.money', 'purchases.count'];
const NARROWEST = 0.5;

/** What a segment is worth, what is special about it, what was decided, and how it is treated. */
export class Assessment {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.value = /** @type {string | undefined} */ (undefined);
    this.found = /** @type {any} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
    this.decisions = new Decisions(view);
    this.differentiation = new Differentiation(view);
    this.months = new Months(view);
  }

  async begin() {
    const {context, catalogue} = this.view;
    await catalogue.loaded.catch(() => undefined);
    const facts = catalogue.numberFacts.map((fact) => fact.name);
    this.value ??= [context.drafts.get(VALUE), ...WORTH].find((fact) => facts.includes(fact)) ?? '';
    await Promise.all([this.#assess(), this.months.begin(), this.decisions.begin(), this.differentiation.begin()]);
  }

  freshen() {
    return Promise.all([this.#assess(), this.months.begin()]);
  }

  async #assess() {
    try {
      this.found = (await this.view.context.api.get(`${this.view.path}/assessment`, {query: {value: this.value}})).body;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.view.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>`;
    }
    return this.found
      ? html`<div class="assessment">${this.#figures(t)} ${this.months.render()} ${this.#traits(t)} ${this.decisions.render()} ${this.differentiation.render()}</div>`
      : html`<cl-skeleton rows="8"></cl-skeleton>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #figures(t) {
    const {locale} = this.view.context;
    const {found} = this;
    const {value} = found;
    const growth = signedShare(found.growth, locale);
    return html`<section aria-labelledby="figures"><div class="row wrap"><h2 id="figures">${t('assessment.figures')}</h2><span class="space"></span>
        <label class="row muted small">${t('assessment.value')}
          <select @change=${typed((fact) => { this.value = fact; this.view.context.drafts.set(VALUE, fact); this.#assess(); })}>
            <option value="" ?selected=${!this.value}>${t('assessment.value.none')}</option>
            ${this.view.catalogue.numberFacts.map((fact) => html`<option value=${fact.name} ?selected=${fact.name === this.value}>${this.view.catalogue.label(fact.name)}</option>`)}
          </select></label></div>
      <div class="kpis">
        <cl-kpi label=${t('assessment.size')} value=${count(found.size, locale)} note=${t('assessment.share', {share: share(found.share, locale)})}></cl-kpi>
        <cl-kpi label=${t('assessment.growth')} value=${growth || '–'} note=${found.growth === null || found.growth === undefined ? t('assessment.growth.none') : t('assessment.churn', {share: share(found.churn, locale)})}></cl-kpi>
        ${value
          ? html`<cl-kpi label=${t('assessment.sum')} value=${money(value.sum, locale)} note=${value.share === null || value.share === undefined ? '' : t('assessment.valueShare', {share: share(value.share, locale)})}></cl-kpi>
              <cl-kpi label=${t('assessment.mean')} value=${decimal(value.mean, locale)} note=${t('assessment.coverage', {share: share(value.coverage, locale)})}></cl-kpi>
              <cl-kpi label=${t('assessment.top')} value=${share(value.topShare, locale)} note=${value.gini === null || value.gini === undefined ? '' : t('assessment.gini', {gini: decimal(value.gini, locale)})}></cl-kpi>`
          : nothing}
      </div></section>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #traits(t) {
    const {locale} = this.view.context;
    const traits = /** @type {any[]} */ (this.found.traits);
    const widest = Math.max(NARROWEST, ...traits.map((trait) => Math.abs(trait.difference)));
    return html`<section class="card" aria-labelledby="traits"><h2 id="traits">${t('assessment.traits')}</h2>
      ${traits.length
        ? html`<div class="scrolled" tabindex="0" role="group" aria-labelledby="traits"><table><thead><tr><th scope="col">${t('assessment.fact')}</th><th scope="col" class="number">${t('assessment.members')}</th>
            <th scope="col" class="number">${t('assessment.others')}</th><th scope="col">${t('assessment.difference')}</th></tr></thead>
            <tbody>${traits.map((trait) => html`<tr><th scope="row">${this.view.catalogue.label(trait.fact)}</th><td class="number">${decimal(trait.members, locale)}</td>
              <td class="number">${decimal(trait.others, locale)}</td><td class="difference"><span class="number">${signed(trait.difference, locale)} σ</span>${deviation(trait.difference, widest)}</td></tr>`)}</tbody></table></div>
            <p class="muted small">${t('assessment.traits.text')}</p>`
        : html`<p class="muted">${t('assessment.traits.none')}</p>`}
    </section>`;
  }
}

/** A bar from the middle to the left for less, to the right for more; the number beside it says the same. @param {number} difference @param {number} widest */
function deviation(difference, widest) {
  const width = (Math.abs(difference) / widest) * 50;
  return html`<svg class="deviation" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class=${difference < 0 ? 'less' : 'more'} x=${difference < 0 ? 50 - width : 50} y="1" width=${width} height="8" /><rect class="middle" x="49.6" y="0" width="0.8" height="10" />`}</svg>`;
}
