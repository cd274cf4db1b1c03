import {html, nothing} from '@clientele/ui';

/** What can be noted, and how each is recorded. */
export const KINDS = [
  {key: 'note', icon: 'file-text', kind: 'note', direction: 'none'},
  {key: 'call', icon: 'phone', kind: 'call', direction: 'out', channel: 'phone'},
  {key: 'mail', icon: 'mail', kind: 'message', direction: 'out', channel: 'email'},
  {key: 'meeting', icon: 'users', kind: 'meeting', direction: 'none'},
];

/** Where people note what happened; what was typed is kept until it is recorded. */
export class Composer {
  /** @param {any} host @param {string} customer @param {() => void} recorded */
  constructor(host, customer, recorded) {
    this.host = host;
    this.customer = customer;
    this.recorded = recorded;
    this.key = `note:${customer}`;
    this.value = host.context.drafts.get(this.key) ?? {key: 'note', text: ''};
    this.problem = undefined;
    this.busy = false;
  }

  #set(part) {
    this.value = {...this.value, ...part};
    this.host.context.drafts.set(this.key, this.value);
    this.host.requestUpdate();
  }

  async #record(event) {
    event?.preventDefault();
    const {text, outcome, at, direction} = this.value;
    const kind = KINDS.find((each) => each.key === this.value.key);
    if (!text?.trim() || this.busy) {
      this.host.renderRoot.querySelector('.composer textarea')?.focus();
      return;
    }
    this.busy = true;
    this.host.requestUpdate();
    const body = {
      kind: kind.kind, direction: kind.direction === 'none' ? 'none' : (direction ?? kind.direction), channel: kind.channel,
      occurredAt: at ? new Date(at).toISOString() : new Date(Date.now() - 1000).toISOString(), outcome: outcome || undefined, text,
    };
    try {
      const title = [this.host.t(`note.${kind.key}`), this.host.content?.customer?.name].filter(Boolean).join(' · ');
      const {sent} = await this.host.context.outbox.post(`/api/v1/customers/${this.customer}/interactions`, {body, title, text});
      this.host.context.drafts.clear(this.key);
      this.value = {key: this.value.key, text: ''};
      this.problem = undefined;
      if (sent) {
        this.recorded();
      } else {
        this.host.context.notify({kind: 'info', text: this.host.t('note.kept')});
      }
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (key) => this.host.t(key);
    const {key, text, outcome, at, direction} = this.value;
    const kind = KINDS.find((each) => each.key === key);
    return html`<form class="composer" aria-label=${t('note.title')} @submit=${(event) => this.#record(event)}
      @keydown=${(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.#record(event)}>
      <div class="kinds" role="radiogroup" aria-label=${t('note.kind')}>
        ${KINDS.map((each) => html`<button type="button" class="quiet" role="radio" aria-checked=${each.key === key} @click=${() => this.#set({key: each.key})}>
          <cl-icon name=${each.icon}></cl-icon>${t(`note.${each.key}`)}</button>`)}
      </div>
      <textarea rows="2" aria-label=${t(`note.${key}`)} placeholder=${t(`note.${key}.text`)} .value=${text} @input=${(event) => this.#set({text: event.target.value})}></textarea>
      ${this.problem ? html`<div class="fault" role="alert">${this.problem.errors?.[0]?.detail ?? this.problem.message}</div>` : nothing}
      <div class="row foot">
        ${key === 'note' ? nothing : html`<input aria-label=${t('note.outcome')} placeholder=${t('note.outcome')} .value=${outcome ?? ''} @input=${(event) => this.#set({outcome: event.target.value})} />`}
        ${kind.direction === 'none' ? nothing : html`<select aria-label=${t('note.direction')} @change=${(event) => this.#set({direction: event.target.value})}>
          ${['out', 'in'].map((each) => html`<option value=${each} ?selected=${each === (direction ?? 'out')}>${t(`direction.${each}`)}</option>`)}</select>`}
        <input type="datetime-local" aria-label=${t('note.at')} .value=${at ?? ''} @change=${(event) => this.#set({at: event.target.value})} />
        <span class="space"></span>
        <button class="primary" ?disabled=${this.busy}>${t('note.record')}</button>
      </div>
    </form>`;
  }
}
