import {html, nothing} from '@clientele/ui';
import {told} from './handlers.js';
import {Preview} from './preview.js';

/** Puts customers into a list: those whom a filter finds now, or those whose ids a file names. */
export class PutIn {
  /** @param {import('./members-tab.js').MembersTab} members */
  constructor(members) {
    this.members = members;
    this.shown = false;
    this.filter = '';
    this.busy = false;
    this.problem = /** @type {any} */ (undefined);
    this.preview = new Preview(members.view.host, (problem) => (this.problem = problem));
  }

  open() {
    this.shown = true;
    this.filter = '';
    this.problem = undefined;
    this.preview.of('');
  }

  #close() {
    this.shown = false;
    this.members.view.host.requestUpdate();
  }

  /** @param {object} body @param {object} [how] */
  async #put(body, how = {}) {
    const {view} = this.members;
    this.busy = true;
    view.host.requestUpdate();
    try {
      const answer = await view.context.api.post(`${view.path}/members`, {body, ...how});
      view.context.notify({kind: 'good', text: view.host.t('members.added', {n: answer.body.added})});
      this.shown = false;
      this.members.again();
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    view.host.requestUpdate();
  }

  /** @param {Event} event */
  #file(event) {
    const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
    if (file) {
      this.#put(file, {contentType: 'text/csv'});
    }
  }

  render() {
    const {host, catalogue} = this.members.view;
    const t = (/** @type {string} */ key) => host.t(key);
    return html`<cl-dialog wide heading=${t('members.in')} .open=${this.shown} @close=${() => this.shown && this.#close()}>
      ${this.shown
        ? html`<div class="put-in">
            <p class="muted">${t('members.in.text')}</p>
            <cl-filter .facts=${catalogue.conditionFacts} .value=${this.filter} .suggest=${catalogue.suggest} .show=${catalogue.said} .problem=${this.problem}
              @cl-change=${told(({value}) => { this.filter = value; this.preview.of(value); })}></cl-filter>
            ${this.preview.render(this.filter)}
            <label class="field">${t('members.in.file')}<input type="file" accept=".csv,.txt,text/csv,text/plain" @change=${(/** @type {Event} */ event) => this.#file(event)} /></label>
          </div>`
        : nothing}
      <button slot="actions" @click=${() => this.#close()}>${t('cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${!this.filter || this.busy || !this.preview.found} @click=${() => this.#put({filter: this.filter})}>${t('members.in.do')}</button>
    </cl-dialog>`;
  }
}
