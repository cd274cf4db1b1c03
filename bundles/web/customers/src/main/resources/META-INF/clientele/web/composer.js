import {html, nothing, typed} from '@clientele/ui';

/** @typedef {{key: string, text: string, outcome?: string, at?: string, direction?: string}} Note as it is being written */

/** What can be noted, and how each is recorded; the first is a plain note. */
export const KINDS = [
  {key: 'note', icon: 'file-text', kind: 'note', direction: 'none'},
  {key: 'call', icon: 'phone', kind: 'call', direction: 'out', channel: 'phone'},
  {key: 'mail', icon: 'mail', kind: 'message', direction: 'out', channel: 'email'},
  {key: 'meeting', icon: 'users', kind: 'meeting', direction: 'none'},
];

/** Where people note what happened; what was typed is kept until it is recorded. */
export class Composer {
  /** @param {import('@clientele/ui').Screen} host @param {{id: string, name: () => string}} customer @param {() => void} recorded */
  constructor(host, customer, recorded) {
    this.host = host;
    this.customer = customer;
    this.recorded = recorded;
    this.key = `note:${customer.id}`;
    this.value = /** @type {Note} */ (host.context.drafts.get(this.key) ?? {key: 'note', text: ''});
    this.problem = /** @type {import('@clientele/ui').Refusal | undefined} */ (undefined);
    this.busy = false;
  }

  get #kind() {
    return KINDS.find((each) => each.key === this.value.key) ?? KINDS[0];
  }

  /** @param {Partial<Note>} part */
  #set(part) {
    this.value = {...this.value, ...part};
    this.host.context.drafts.set(this.key, this.value);
    this.host.requestUpdate();
  }

  /** @param {Event} event */
  async #record(event) {
    event.preventDefault();
    const {text, outcome, at, direction} = this.value;
    const kind = this.#kind;
    if (this.busy) {
      return;
    }
    if (!text.trim()) {
      /** @type {HTMLElement | null} */ (this.host.renderRoot.querySelector('.composer textarea'))?.focus();
      return;
    }
    this.busy = true;
    this.host.requestUpdate();
    const body = {
      kind: kind.kind, direction: kind.direction === 'none' ? 'none' : (direction ?? kind.direction), channel: kind.channel,
      occurredAt: at ? new Date(at).toISOString() : new Date(Date.now() - 1000).toISOString(), outcome: outcome || undefined, text,
    };
    try {
      const title = [this.host.t(`note.${kind.key}`), this.customer.name()].filter(Boolean).join(' · ');
      const {sent} = await this.host.context.outbox.post(`/api/v1/customers/${this.customer.id}/interactions`, {body, title, text});
      this.host.context.drafts.clear(this.key);
      this.value = {key: this.value.key, text: ''};
      this.problem = undefined;
      if (sent) {
        this.recorded();
      } else {
        this.host.context.notify({kind: 'info', text: this.host.t('note.kept')});
      }
    } catch (problem) {
      this.problem = /** @type {import('@clientele/ui').Refusal} */ (problem);
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {key, text, outcome, at, direction} = this.value;
    const kind = this.#kind;
    return html`<form class="composer" aria-label=${t('note.title')} @submit=${(/** @type {Event} */ event) => this.#record(event)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.#record(event)}>
      <div class="kinds" role="radiogroup" aria-label=${t('note.kind')}>
        ${KINDS.map((each) => html`<button type="button" class="quiet" role="radio" aria-checked=${each.key === key} @click=${() => this.#set({key: each.key})}>
          <cl-icon name=${each.icon}></cl-icon>${t(`note.${each.key}`)}</button>`)}
      </div>
      <textarea rows="2" aria-label=${t(`note.${key}`)} placeholder=${t(`note.${key}.text`)} .value=${text} @input=${typed((entered) => this.#set({text: entered}))}></textarea>
      ${this.problem ? html`<div class="fault" role="alert">${this.problem.errors?.[0]?.detail ?? this.problem.message}</div>` : nothing}
      <div class="row foot">
        ${key === 'note' ? nothing : html`<input aria-label=${t('note.outcome')} placeholder=${t('note.outcome')} .value=${outcome ?? ''} @input=${typed((entered) => this.#set({outcome: entered}))} />`}
        ${kind.direction === 'none' ? nothing : html`<select aria-label=${t('note.direction')} @change=${typed((entered) => this.#set({direction: entered}))}>
          ${['out', 'in'].map((each) => html`<option value=${each} ?selected=${each === (direction ?? 'out')}>${t(`direction.${each}`)}</option>`)}</select>`}
        <input type="datetime-local" aria-label=${t('note.at')} .value=${at ?? ''} @change=${typed((entered) => this.#set({at: entered}))} />
        <span class="space"></span>
        <button class="primary" aria-disabled=${this.busy}>${t('note.record')}</button>
      </div>
    </form>`;
  }
}
