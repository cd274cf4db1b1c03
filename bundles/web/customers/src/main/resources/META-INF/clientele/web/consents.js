import {html, nothing, told} from '@clientele/ui';
import {inWords} from './codes.js';
import {written} from './written.js';

/** @typedef {import('./shapes.js').Consent} Consent */
/** @typedef {import('@clientele/ui').Say} Say */
/** @typedef {import('@clientele/ui').Refusal} Refusal */
/** @typedef {{channel?: string, purpose?: string, decision?: string, date?: string, source?: string, evidence?: string}} Entry as it is being written */

const CHANNELS = ['email', 'phone', 'sms', 'post', 'messenger'];
const DECISIONS = ['given', 'withdrawn'];
const MARKETING = 'marketing';

/** An entry as it is sent: one of today was said now. @param {Entry} entry @param {Date} now */
export function sentConsent({date, purpose, ...rest}, now) {
  const said = date ? new Date(`${date}T00:00`) : now;
  const isToday = said.toDateString() === now.toDateString();
  return {...rest, purpose: purpose?.trim() || undefined, decidedAt: isToday ? undefined : said.toISOString()};
}

/** What a customer said about being approached, the newest first, and the dialog that records more of it. */
export class Consents {
  /** @param {import('@clientele/ui').Screen} host @param {string} customer @param {import('./pages.js').Pages<Consent>} pages */
  constructor(host, customer, pages) {
    this.host = host;
    this.customer = customer;
    this.pages = pages;
    this.value = /** @type {Entry | undefined} */ (undefined);
    this.problem = /** @type {Refusal | undefined} */ (undefined);
    this.busy = false;
  }

  /** @param {Entry | undefined} value nothing closes the dialog */
  #show(value) {
    this.value = value;
    this.problem = undefined;
    this.host.requestUpdate();
  }

  /** @param {Entry} value */
  async record(value) {
    const {api} = this.host.context;
    this.busy = true;
    this.host.requestUpdate();
    try {
      await api.post(`/api/v1/customers/${this.customer}/consents`, {body: sentConsent(value, new Date())});
      this.#show(undefined);
      await this.pages.begin();
    } catch (problem) {
      this.problem = /** @type {Refusal} */ (problem);
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    /** @type {Say} */
    const t = (key, values) => this.host.t(key, values);
    const {items, next, read, problem} = this.pages;
    return html`<section class="card"><h2>${t('consents.title')}</h2>
      ${items.length ? html`<ul class="plain consents">${items.map((each) => this.#line(t, each))}</ul>` : read && !problem ? html`<p class="muted">${t('consents.none')}</p>` : nothing}
      ${problem ? html`<cl-error .problem=${problem} @retry=${() => this.pages.begin()}></cl-error>` : nothing}
      ${next ? html`<button @click=${() => this.pages.more()}>${t('more')}</button>` : nothing}
      ${this.host.context.can('customers:write')
        ? html`<button class="quiet consent-open" @click=${() => this.#show({channel: CHANNELS[0], decision: DECISIONS[0], purpose: MARKETING})}><cl-icon name="plus"></cl-icon>${t('consents.add')}</button>`
        : nothing}</section>`;
  }

  /** @param {Say} t @param {Consent} consent */
  #line(t, {channel, purpose, decision, decidedAt, source, counts}) {
    const {locale} = this.host.context;
    return html`<li class="row ${counts ? '' : 'past'}"><cl-pill tone=${counts ? (decision === 'given' ? 'good' : 'bad') : 'neutral'}>${t(`consents.${decision}`)}</cl-pill>
      <span>${t(`channel.${channel}`)}${purpose === MARKETING ? nothing : html` <span class="muted">${inWords('purpose', purpose, locale)}</span>`}</span>
      <span class="muted small">${written('instant', decidedAt, locale)} · ${source}</span></li>`;
  }

  /** @param {Say} t @returns {import('@clientele/ui').Field[]} */
  #fields(t) {
    const choice = (/** @type {string} */ prefix, /** @type {string[]} */ values) => values.map((value) => ({value, label: t(`${prefix}.${value}`)}));
    return [
      {pointer: '/channel', label: t('consents.channel'), kind: 'select', required: true, options: choice('channel', CHANNELS)},
      {pointer: '/decision', label: t('consents.decision'), kind: 'select', required: true, options: choice('consents', DECISIONS)},
      {pointer: '/purpose', label: t('consents.purpose'), required: true, hint: t('consents.purpose.hint')},
      {pointer: '/date', label: t('consents.date'), kind: 'date', hint: t('consents.date.hint')},
      {pointer: '/source', label: t('consents.source'), required: true, placeholder: t('consents.source.hint')},
      {pointer: '/evidence', label: t('consents.evidence'), placeholder: t('consents.evidence.hint')},
    ];
  }

  /** The dialog, which stands outside of all cards. */
  dialog() {
    /** @type {Say} */
    const t = (key, values) => this.host.t(key, values);
    const {value} = this;
    return html`<cl-dialog wide heading=${t('consents.add')} .open=${Boolean(value)} @close=${() => this.value && this.#show(undefined)}>
      ${value ? html`<cl-form .fields=${this.#fields(t)} .value=${value} .problem=${this.problem} ?busy=${this.busy} submit=${t('consents.record')} cancellable
            @cl-submit=${told((/** @type {{value: Entry}} */ form) => this.record(form.value))} @cl-cancel=${() => this.#show(undefined)}></cl-form>` : nothing}
    </cl-dialog>`;
  }
}
