import {html, nothing} from '@clientele/ui';
import {told} from './handlers.js';
import {proposedKey} from './rules.js';

/**
 * What stands in a cell, and what can be done with its customers.
 *
 * @typedef {object} Shown
 * @property {string} heading
 * @property {string} [filter] whom it holds, unless that is not told
 * @property {[string, string][]} figures
 * @property {string} [name] what the cell is called
 * @property {string} [playbook]
 * @property {(name: string, playbook: string) => Promise<unknown>} [write] keeps its texts
 * @property {() => unknown} [near] draws those of its customers who are closest to a border
 * @property {(key: string, name: string) => Promise<{segment: string, size: number}>} make makes it a segment
 */

/** The dialog of a cell of a matrix or a grid. */
export class CellDialog {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.host = host;
    this.catalogue = catalogue;
    this.shown = /** @type {Shown | undefined} */ (undefined);
    this.form = /** @type {'none' | 'texts' | 'segment'} */ ('none');
    this.draft = /** @type {any} */ ({});
    this.problem = /** @type {any} */ (undefined);
  }

  /** @param {Shown | undefined} shown */
  show(shown) {
    this.shown = shown;
    this.#turn('none');
  }

  /** @param {'none' | 'texts' | 'segment'} form */
  #turn(form) {
    const {name = '', playbook = '', heading = ''} = this.shown ?? {};
    const title = name || heading;
    const taken = this.catalogue.segments.map((segment) => segment.key);
    this.draft = form === 'segment' ? {name: title, key: proposedKey(title, taken)} : {name, playbook};
    this.form = form;
    this.problem = undefined;
    this.host.requestUpdate();
  }

  async #submit() {
    const {context} = this.host;
    try {
      if (this.form === 'texts') {
        await this.shown?.write?.(this.draft.name ?? '', this.draft.playbook ?? '');
        this.show(undefined);
      } else {
        const made = await /** @type {Shown} */ (this.shown).make(this.draft.key, this.draft.name);
        context.notify({kind: 'good', text: this.host.t('segment.added', {name: this.draft.name, n: made.size})});
        context.navigate(`segments/${made.segment}`);
      }
    } catch (problem) {
      this.problem = problem;
    }
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {shown} = this;
    return html`<cl-dialog heading=${shown?.heading ?? ''} .open=${Boolean(shown)} @close=${() => this.shown && this.show(undefined)}>
      ${shown ? (this.form === 'none' ? this.#content(shown, t) : this.#fields(t)) : nothing}
    </cl-dialog>`;
  }

  /** @param {Shown} shown @param {(key: string) => string} t */
  #content(shown, t) {
    const write = this.host.context.can('segmentation:write');
    return html`<div class="cell">
      ${shown.name ? html`<h3>${shown.name}</h3>` : nothing}
      ${shown.playbook ? html`<p class="playbook">${shown.playbook}</p>` : nothing}
      <dl>${shown.figures.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${shown.near ? html`<div class="near">${shown.near()}</div>` : nothing}
      ${shown.filter ? html`<p class="text"><code>${shown.filter}</code></p>` : nothing}
      <div class="row wrap">
        ${shown.filter ? html`<a class="button primary" href="/app/customers?filter=${encodeURIComponent(shown.filter)}"><cl-icon name="users"></cl-icon>${t('cell.customers')}</a>` : nothing}
        ${write ? html`<button @click=${() => this.#turn('segment')}><cl-icon name="chart-pie"></cl-icon>${t('cell.segment')}</button>` : nothing}
        ${write && shown.write ? html`<button @click=${() => this.#turn('texts')}><cl-icon name="pencil"></cl-icon>${t('cell.texts')}</button>` : nothing}
      </div>
    </div>`;
  }

  /** @param {(key: string) => string} t */
  #fields(t) {
    const fields =
      this.form === 'texts'
        ? [{pointer: '/name', label: t('cell.name'), width: 'wide', keepEmpty: true}, {pointer: '/playbook', label: t('cell.playbook'), kind: 'area', rows: 4, keepEmpty: true, hint: t('cell.playbook.hint')}]
        : [{pointer: '/name', label: t('segment.name'), required: true, width: 'wide'}, {pointer: '/key', label: t('segment.key'), required: true, width: 'wide', hint: t('segment.key.hint')}];
    return html`<cl-form .fields=${fields} .value=${this.draft} .problem=${this.problem} cancellable submit=${this.form === 'texts' ? '' : t('cell.make')}
      @cl-input=${told(({value}) => { this.draft = value; this.host.requestUpdate(); })} @cl-submit=${() => this.#submit()} @cl-cancel=${() => this.#turn('none')}></cl-form>`;
  }
}
