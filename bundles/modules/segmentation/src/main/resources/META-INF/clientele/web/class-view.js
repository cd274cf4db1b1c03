import {html, nothing} from '@clientele/ui';
import {ClassEditor} from './class-editor.js';
import {afterQuiet} from './handlers.js';
import {count, share} from './numbers.js';
import {Reading, instead} from './reading.js';
import {Removal} from './removal.js';

/** @typedef {import('./class-drafts.js').Classification} Classification */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Say */
/** @typedef {{key: string, name: string, customers: number, matching: number | null, taken: {by: string, customers: number}[], dead: boolean}} Part */
/** @typedef {{customers: number, nobody: number, several: number, classes: Part[]}} Division */

const REFRESH_MILLIS = 1000;

/** One classification: how many customers are in each class, and whom the rules take from each other. */
export class ClassView {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {string} key */
  constructor(host, catalogue, key) {
    this.key = key;
    this.host = host;
    this.catalogue = catalogue;
    this.whole = new Reading(host, this.path);
    this.division = new Reading(host, `${this.path}/division`);
    this.removal = new Removal(host, {texts: 'class', page: 'classifications'});
    this.editor = /** @type {ClassEditor | undefined} */ (undefined);
    this.rest = '';
    this.refresh = afterQuiet(() => this.begin(), REFRESH_MILLIS);
  }

  get path() {
    return `/api/v1/classifications/${this.key}`;
  }

  async begin() {
    await Promise.all([this.whole.begin(), this.division.begin()]);
    this.go(this.rest);
  }

  /** @param {string} rest */
  go(rest) {
    const edited = this.rest === 'edit' && rest !== 'edit';
    this.rest = rest;
    if (edited) {
      this.editor = undefined;
      this.begin();
    } else if (rest === 'edit' && this.whole.found && !this.editor) {
      this.editor = new ClassEditor(this.host, this.catalogue, this.whole.found);
      this.editor.begin();
    }
    this.host.requestUpdate();
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || /^segmentation\.(Entered|Left|Moved|Segment|Suspended|Resumed)/.test(event.type)) {
      this.refresh();
    }
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const found = /** @type {Classification | undefined} */ (this.whole.found);
    if (this.editor && this.rest === 'edit') {
      return this.editor.render();
    }
    if (!found) {
      const {problem} = this.whole;
      return html`<cl-page heading=${problem ? t('classes.title') : ' '} back="/app/classifications">${instead(this.host, problem, {icon: 'rows-3', absent: t('class.absent'), page: 'classifications', title: t('classes.title'), again: () => this.begin()})}</cl-page>`;
    }
    return html`<cl-page heading=${found.name} back="/app/classifications">
      ${this.#actions(found, t)}
      <div class="history">${this.division.shown((division) => this.#table(t, found, division))}</div>
      ${this.removal.render()}
    </cl-page>`;
  }

  /** @param {Classification} found @param {Say} t */
  #actions(found, t) {
    return this.host.context.can('segmentation:write')
      ? html`<div slot="actions" class="row"><a class="button" href="/app/classifications/${this.key}/edit"><cl-icon name="pencil"></cl-icon><span class="wide">${t('matrix.edit')}</span></a>
          <cl-menu label=${t('more')} .items=${[{label: t('grade.remove'), icon: 'trash-2', danger: true, action: () => this.removal.ask(found, this.path)}]}><cl-icon slot="button" name="ellipsis"></cl-icon></cl-menu></div>`
      : nothing;
  }

  /** @param {Say} t @param {Classification} found @param {Division} division */
  #table(t, found, division) {
    const {customers, nobody, several, classes} = division;
    const whole = !nobody && !several;
    const dead = classes.filter((each) => each.dead).length;
    const text = whole ? t('class.verdict', {n: customers}) : t('class.verdict.late', {nobody, several});
    return html`<section class="card" aria-labelledby="division"><h2 id="division">${t('overlap.division')}</h2>
      <div role="status"><p class="verdict row"><cl-icon name=${whole ? 'circle-check' : 'info'}></cl-icon><span>${text}</span></p>
        ${dead && customers ? html`<p class="verdict row"><cl-icon name="circle-alert"></cl-icon><span>${t('class.dead.text', {n: dead})}</span></p>` : nothing}</div>
      <div class="scrolled" tabindex="0" role="group" aria-labelledby="division"><table>
        <thead><tr><th scope="col">${t('class.one')}</th><th scope="col" class="number">${t('overlap.members')}</th><th scope="col" class="number">${t('segment.share')}</th>
          <th scope="col" class="number">${t('class.matching')}</th><th scope="col">${t('class.taken')}</th></tr></thead>
        <tbody>${classes.map((each, at) => this.#row(t, found, division, {each, at}))}</tbody></table></div>
      <p class="muted small legend">${t('class.text')}</p></section>
      <section class="card" aria-labelledby="order"><h2 id="order">${t('class.order')}</h2>
        <ol class="ordered single">${found.rules.map((rule) => html`<li><b>${rule.name}</b> ${rule.filter ? html`<code>${rule.filter}</code>` : html`<span class="muted">${t('class.rest')}</span>`}
          <div class="muted small">${t('segment.fact')} <code>${rule.fact}</code></div></li>`)}</ol></section>`;
  }

  /** @param {Say} t @param {Classification} found @param {Division} division @param {{each: Part, at: number}} of */
  #row(t, found, {customers}, {each, at}) {
    const {locale} = this.host.context;
    const rule = found.rules.find(({key}) => key === each.key);
    const named = (/** @type {string} */ key) => found.rules.find((one) => one.key === key)?.name ?? key;
    const taken = each.taken.map(({by, customers: many}) => t('class.takenBy', {n: many, name: named(by)})).join(' · ');
    return html`<tr><th scope="row"><span class="row"><span class="muted">${at + 1}</span> <a href="/app/segments/${rule?.segment}">${each.name}</a>
        ${each.dead ? html`<cl-pill tone="warn">${t('overlap.dead')}</cl-pill>` : nothing}</span></th>
      <td class="number">${count(each.customers, locale)}</td><td class="number">${share(customers ? each.customers / customers : undefined, locale)}</td>
      <td class="number">${each.matching === null ? '–' : count(each.matching, locale)}</td><td class="muted">${taken}</td></tr>`;
  }
}
