import {html, nothing} from '@clientele/ui';
import {told} from './handlers.js';

const ASPECTS = 9;

/** How a segment is treated otherwise than the rest, in nine aspects. */
export class Differentiation {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.sheet = /** @type {any} */ (undefined);
    this.editing = /** @type {any} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
  }

  get #path() {
    return `${this.view.path}/differentiation`;
  }

  async begin() {
    this.sheet = (await this.view.context.api.get(this.#path)).body;
    this.view.host.requestUpdate();
  }

  /** @param {any} aspect */
  #edit(aspect) {
    this.editing = aspect && {...aspect, ...this.view.context.drafts.get(this.#draftOf(aspect))};
    this.problem = undefined;
    this.view.host.requestUpdate();
  }

  /** @param {any} aspect */
  #draftOf({aspect}) {
    return `difference:${this.view.key}:${aspect}`;
  }

  async #save() {
    const {context, host} = this.view;
    const {aspect, treatment = '', evidence = ''} = this.editing;
    try {
      this.sheet = (await context.api.put(`${this.#path}/${aspect}`, {body: {treatment, evidence}})).body;
      context.drafts.clear(this.#draftOf(this.editing));
      this.editing = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    host.requestUpdate();
  }

  render() {
    const {host, context} = this.view;
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => host.t(key, values);
    const {sheet} = this;
    if (!sheet) {
      return html`<cl-skeleton rows="4"></cl-skeleton>`;
    }
    return html`<section class="card" aria-labelledby="sheet"><div class="row"><h2 id="sheet">${t('sheet.title')}</h2><span class="space"></span>
        <span class="muted small">${t('sheet.done', {n: Math.round(sheet.completeness * ASPECTS)})}</span></div>
      <div class="aspects">${sheet.aspects.map((/** @type {any} */ each) => html`<div class="aspect ${each.treatment ? '' : 'blank'}">
        <h3>${t(`aspect.${each.aspect}`)}</h3>
        ${each.treatment ? html`<p>${each.treatment}</p>${each.evidence ? html`<p class="muted small">${t('sheet.evidence')}: ${each.evidence}</p>` : nothing}` : html`<p class="muted">${t(`aspect.${each.aspect}.hint`)}</p>`}
        ${context.can('segmentation:write') ? html`<button class="quiet icon" aria-label=${t('sheet.edit', {aspect: t(`aspect.${each.aspect}`)})} @click=${() => this.#edit(each)}><cl-icon name="pencil"></cl-icon></button>` : nothing}
      </div>`)}</div>
      ${this.#dialog(t)}
    </section>`;
  }

  /** @param {(key: string) => string} t */
  #dialog(t) {
    const {editing} = this;
    const fields = [
      {pointer: '/treatment', label: t('sheet.treatment'), kind: 'area', keepEmpty: true},
      {pointer: '/evidence', label: t('sheet.evidence'), kind: 'area', rows: 2, hint: t('sheet.evidence.hint')},
    ];
    return html`<cl-dialog heading=${editing ? t(`aspect.${editing.aspect}`) : ''} .open=${Boolean(editing)} @close=${() => this.editing && this.#edit(undefined)}>
      ${editing
        ? html`<cl-form .fields=${fields} .value=${editing} .problem=${this.problem} cancellable @cl-submit=${() => this.#save()}
            @cl-cancel=${() => { this.view.context.drafts.clear(this.#draftOf(editing)); this.#edit(undefined); }}
            @cl-input=${told(({value}) => { this.editing = value; this.view.context.drafts.set(this.#draftOf(value), value); })}></cl-form>`
        : nothing}
    </cl-dialog>`;
  }
}
