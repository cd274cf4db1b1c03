import {html, nothing} from '@clientele/ui';
import {Approach} from './approach.js';
import {Assessment} from './assessment.js';
import {HistoryTab} from './history-tab.js';
import {afterQuiet, told} from './handlers.js';
import {MembersTab} from './members-tab.js';
import {count} from './numbers.js';
import {instead} from './reading.js';
import {Removal} from './removal.js';
import {RuleTab} from './rule-tab.js';
import {turn} from './turning.js';

const REFRESH_MILLIS = 500;
const TABS = ['members', 'rule', 'history', 'assessment', 'approach'];

/** One segment: its members, its rule, what became of it, and what it is worth. */
export class SegmentView {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {string} key */
  constructor(host, catalogue, key) {
    this.key = key;
    this.host = host;
    this.catalogue = catalogue;
    this.segment = /** @type {import('./catalogue.js').Segment | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
    this.tab = 'members';
    this.removal = new Removal(host, {texts: 'segment', page: 'segments'});
    this.tabs = /** @type {Record<string, any>} */ ({
      members: new MembersTab(this),
      rule: new RuleTab(this),
      history: new HistoryTab(this),
      assessment: new Assessment(this),
      approach: new Approach(this),
    });
    this.begun = new Set();
    this.refresh = afterQuiet(() => this.#freshen(), REFRESH_MILLIS);
  }

  get context() {
    return this.host.context;
  }

  get path() {
    return `/api/v1/segments/${this.key}`;
  }

  async begin() {
    await this.read();
    this.#show();
  }

  async read() {
    try {
      this.segment = (await this.context.api.get(this.path)).body;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  /** Shows a tab. @param {string} rest */
  go(rest) {
    this.tab = TABS.includes(rest) ? rest : 'members';
    this.tabs.members.remember();
    this.#show();
    this.host.requestUpdate();
  }

  #show() {
    if (this.segment && !this.begun.has(this.tab)) {
      this.begun.add(this.tab);
      Promise.resolve(this.tabs[this.tab].begin()).catch((problem) => this.context.notify({kind: 'bad', text: problem.message}));
    }
  }

  /** @param {any} event */
  happened(event) {
    const own = event.type.startsWith('segmentation.') && [undefined, this.segment?.key].includes(event.detail?.segment);
    const consent = this.tab === 'approach' && event.type === 'registry.ConsentChanged';
    if (event.type === 'reset' || own || consent) {
      this.refresh();
    }
  }

  async #freshen() {
    await this.read();
    await this.tabs[this.tab].freshen?.();
    for (const tab of TABS.filter((each) => each !== this.tab && each !== 'rule')) {
      this.begun.delete(tab);
    }
  }

  async #recompute() {
    try {
      this.segment = (await this.context.api.post(`${this.path}/recompute`)).body;
      this.context.notify({kind: 'good', text: this.host.t('segment.recomputed', {n: this.segment?.size})});
      await this.#freshen();
    } catch (problem) {
      this.context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {segment} = this;
    if (!segment) {
      return html`<cl-page heading=${this.problem ? t('segments.title') : ' '} back="/app/segments">${instead(this.host, this.problem, {icon: 'chart-pie', absent: t('segment.absent'), page: 'segments', title: t('segments.title'), again: () => this.begin()})}</cl-page>`;
    }
    return html`<cl-page ?flush=${this.tab === 'members'} heading=${segment.name} note=${t('segments.customers', {n: segment.size, size: count(segment.size, this.context.locale)})} back="/app/segments">
      ${segment.suspended ? html`<cl-pill slot="beside" tone="warn" icon="circle-alert">${t('segment.suspended')}</cl-pill>` : nothing}
      ${this.#actions(t)}
      <div slot="bar"><cl-tabs label=${t('segment.tabs')} selected=${this.tab} @select=${told((tab) => turn(this.host, `${this.key}/${tab}`))}
        .tabs=${TABS.map((key) => ({key, label: t(key === 'rule' && segment.kind === 'list' ? 'segment.tab.about' : `segment.tab.${key}`)}))}></cl-tabs></div>
      <section class="panel" aria-label=${t(`segment.tab.${this.tab}`)}>
        ${segment.suspended ? html`<p class="notes" role="note">${t('segment.suspended.text', {reason: segment.suspended})}</p>` : nothing}
        ${this.tabs[this.tab].render()}</section>
      ${this.removal.render()}
    </cl-page>`;
  }

  /** @param {(key: string) => string} t */
  #actions(t) {
    const {segment} = this;
    if (!segment || !this.context.can('segmentation:write')) {
      return nothing;
    }
    const items = [
      ...(segment.kind === 'rule' ? [{label: t('segment.recompute'), icon: 'refresh-cw', action: () => this.#recompute()}] : []),
      {label: t('segment.remove'), icon: 'trash-2', danger: true, action: () => this.removal.ask(segment, this.path)},
    ];
    return html`<div slot="actions" class="row">
      <a class="button" href="/app/customers?filter=${encodeURIComponent(`${segment.fact}==true`)}"><cl-icon name="users"></cl-icon><span class="wide">${t('segment.inCustomers')}</span></a>
      <cl-menu label=${t('more')} .items=${items}><cl-icon slot="button" name="ellipsis"></cl-icon></cl-menu></div>`;
  }
}
