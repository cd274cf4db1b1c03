import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {feedTable} from './feed-table.js';
import {allOf, moment, table} from './parts.js';
import {common} from './styles.js';

const ROOT = '/api/v1/feeds';
const EVERY_MILLIS = 5000;

/** How far each reader of events is behind, and what its handler could not handle. */
export default class FeedsPage extends AdminScreen {
  static properties = {feeds: {state: true}, parked: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** @type {import('./shapes.js').Feed[]} */
    this.feeds = [];
    /** @type {import('./shapes.js').Parked[]} */
    this.parked = [];
  }

  whenShown() {
    super.whenShown();
    this.keepLoading(EVERY_MILLIS);
  }

  /** The feed that the address names. */
  get name() {
    return decodeURIComponent(this.path);
  }

  address(feed = this.name) {
    return `${ROOT}/${encodeURIComponent(feed)}`;
  }

  async fetch() {
    const {body} = await this.context.api.get(ROOT);
    this.parked = this.name ? await allOf(this, `${this.address()}/parked`) : [];
    this.feeds = body.items;
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    const {name} = this;
    return html`
      <cl-page .heading=${name ? this.t('parked.title', {name}) : this.t('feeds.title')} .back=${name ? '/app/admin/feeds' : ''}>
        ${this.shownWhenLoaded(name ? this.parkedEvents() : this.list())}
      </cl-page>
    `;
  }

  list() {
    if (this.feeds.length === 0) {
      return html`
        <cl-empty icon="workflow" heading=${this.t('feeds.none')}>
          ${this.t('feeds.none.text')}
          <a slot="action" class="button" href="/app/admin/modules/available">${this.t('modules.available')}</a>
        </cl-empty>
      `;
    }
    return feedTable(this, this.feeds);
  }

  parkedEvents() {
    if (this.parked.length === 0) {
      return html`<cl-empty icon="circle-check" heading=${this.t('parked.none')}>${this.t('parked.none.text')}</cl-empty>`;
    }
    return table(
      this.t('parked.title', {name: this.name}),
      [
        {label: this.t('event'), cell: (each) => `${each.type} ${each.sequence}`},
        {label: this.t('happened'), cell: (each) => moment(this, each.at)},
        {label: this.t('attempts'), cell: (each) => String(each.attempts), number: true},
        {label: this.t('error'), cell: (each) => html`<code>${each.error}</code>`},
        {label: this.t('parkedAt'), cell: (each) => moment(this, each.parkedAt)},
        {label: '', cell: (each) => this.choices(each), buttons: true},
      ],
      this.parked,
    );
  }

  /** @param {import('./shapes.js').Parked} event */
  choices({sequence, retrying}) {
    const address = `${this.address()}/parked/${sequence}`;
    const retry = () => this.perform(this.t('retrying'), () => this.context.api.post(`${address}/retry`));
    const skip = () => this.perform(this.t('skipped'), () => this.context.api.del(address));
    return html`
      ${retrying ? html`<cl-pill tone="info">${this.t('retrying')}</cl-pill>` : nothing}
      <button ?disabled=${retrying} aria-label=${`${this.t('retry')} ${sequence}`} @click=${retry}>${this.t('retry')}</button>
      <button class="danger" aria-label=${`${this.t('skip')} ${sequence}`} @click=${skip}>${this.t('skip')}</button>
    `;
  }
}
