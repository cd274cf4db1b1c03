import {html, nothing} from '@clientele/ui';
import {choiceOf, chosenOf} from './channels.js';
import {Contents} from './contents.js';
import {fileOf} from './files.js';
import {told} from './handlers.js';
import {Pages} from './pages.js';
import {leftOut, planned} from './plan-lists.js';
import {reach} from './reach.js';

/** @typedef {{channel: string, consented: number, withdrawn: number, unknown: number, reachable: number, share: number}} ByChannel */
/** @typedef {{members: number, reachable: number, share: number, channels: ByChannel[]}} Reach */

const LISTS = ['plan', 'left'];

/** Who of a segment can be approached, when, by which channel and with what, and who cannot. */
export class Approach {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.found = /** @type {Reach | undefined} */ (undefined);
    this.choice = choiceOf(undefined, []);
    this.contents = new Contents(view, () => this.#ask());
    this.list = 'plan';
    this.pages = new Pages(view.host, '');
    this.asked = this.pages;
    this.problem = /** @type {any} */ (undefined);
  }

  get #draft() {
    return `approach:${this.view.key}`;
  }

  async begin() {
    const {context, path, host} = this.view;
    try {
      this.found = /** @type {Reach} */ ((await context.api.get(`${path}/plan/reach`)).body);
      this.choice = choiceOf(context.drafts.get(this.#draft), this.found.channels.map((each) => each.channel));
      await this.contents.begin(this.choice.order);
      this.problem = undefined;
      await this.#ask();
    } catch (problem) {
      this.problem = problem;
    }
    host.requestUpdate();
  }

  freshen() {
    return this.begin();
  }

  get #channels() {
    return chosenOf(this.choice).join(',');
  }

  /** Reads the list that is to be shown; what is shown stays until it is there, unless it is the other list. */
  async #ask() {
    const {host, path} = this.view;
    const pages = new Pages(host, this.list === 'plan' ? `${path}/plan` : `${path}/plan/left-out`, {channels: this.#channels, total: true});
    this.asked = pages;
    this.pages = pages.path === this.pages.path ? this.pages : pages;
    host.requestUpdate();
    if (this.#channels) {
      await pages.begin();
    }
    this.pages = this.asked === pages ? pages : this.pages;
    host.requestUpdate();
  }

  /** @param {import('./channels.js').Choice} choice */
  choose(choice) {
    this.choice = choice;
    this.view.context.drafts.set(this.#draft, choice);
    this.#ask();
  }

  /** Takes a channel in or leaves it out. @param {string} channel */
  toggle(channel) {
    const {order, off} = this.choice;
    this.choose({order, off: off.includes(channel) ? off.filter((each) => each !== channel) : [...off, channel]});
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    if (this.problem) {
      return html`<cl-error .problem=${this.problem} @retry=${() => this.begin()}></cl-error>`;
    }
    const {found} = this;
    if (!found) {
      return html`<cl-skeleton rows="8"></cl-skeleton>`;
    }
    if (!found.members) {
      return html`<cl-empty icon="megaphone" heading=${t('approach.nobody')}>${t('approach.nobody.text')}
        <a slot="action" class="button" href="/app/segments/${this.view.key}">${t('segment.tab.members')}</a></cl-empty>`;
    }
    return found.channels.length
      ? html`<div class="history">${reach(this, t, found)} ${this.contents.render()} ${this.#lists(t)}</div>`
      : html`<cl-empty icon="megaphone" heading=${t('approach.noChannel')}>${t('approach.noChannel.text')}</cl-empty>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #lists(t) {
    const {pages, list} = this;
    const file = this.view.context.can('customers:export') && this.#channels && list === 'plan' && pages.items.length
      ? html`<a class="button" href=${fileOf(`${this.view.path}/plan/export`, {channels: this.#channels})} download title=${t('plan.export.text')}><cl-icon name="download"></cl-icon><span class="wide">${t('plan.export')}</span></a>` : nothing;
    return html`<section class="card whom" aria-labelledby="whom"><div class="row"><h2 id="whom">${t('approach.whom')}</h2><span class="space"></span>${file}</div>
      <cl-tabs label=${t('approach.whom')} selected=${list} .tabs=${LISTS.map((key) => ({key, label: t(`approach.tab.${key}`), count: key === list ? pages.total : undefined}))}
        @select=${told((key) => { this.list = key; this.#ask(); })}></cl-tabs>
      ${this.#list(t)}</section>`;
  }

  /** @param {(key: string, values?: Record<string, unknown>) => string} t */
  #list(t) {
    const {pages, list} = this;
    const {catalogue} = this.view;
    if (!this.#channels) {
      return html`<cl-empty icon="megaphone" heading=${t('approach.choose')}>${t('approach.choose.text')}</cl-empty>`;
    }
    if (pages.problem) {
      return html`<cl-error class="apart" .problem=${pages.problem} @retry=${() => pages.begin()}></cl-error>`;
    }
    if (!pages.read) {
      return html`<cl-skeleton class="apart" rows="4"></cl-skeleton>`;
    }
    if (!pages.items.length) {
      return html`<cl-empty icon=${list === 'plan' ? 'megaphone' : 'check'} heading=${t(`approach.${list}.none`)}>${t(`approach.${list}.none.text`)}</cl-empty>`;
    }
    return html`${list === 'plan' ? planned(catalogue, t, {rows: pages.items, contents: this.contents.found.items}) : leftOut(catalogue, t, pages.items)}
      ${pages.next ? html`<button class="apart" ?disabled=${pages.busy} @click=${() => pages.more()}>${t('approach.more')}</button>` : nothing}`;
  }
}
