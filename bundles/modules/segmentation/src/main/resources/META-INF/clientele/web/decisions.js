import {html, nothing} from '@clientele/ui';
import {told} from './handlers.js';

const VERDICTS = /** @type {const} */ (['chosen', 'watched', 'left']);
const ICONS = {chosen: 'check', watched: 'eye', left: 'x'};

/** Whether a segment was chosen, left or is watched, and why. */
export class Decisions {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.items = /** @type {any[]} */ ([]);
    this.draft = /** @type {any} */ ({});
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
  }

  get #path() {
    return `${this.view.path}/decisions`;
  }

  get #draftKey() {
    return `decision:${this.view.key}`;
  }

  async begin() {
    this.draft = this.view.context.drafts.get(this.#draftKey) ?? {verdict: 'chosen'};
    this.items = (await this.view.context.api.get(this.#path)).body.items;
    this.view.host.requestUpdate();
  }

  async #decide() {
    const {context, host} = this.view;
    this.busy = true;
    host.requestUpdate();
    try {
      await context.api.post(this.#path, {body: this.draft});
      context.drafts.clear(this.#draftKey);
      this.problem = undefined;
      await this.begin();
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    host.requestUpdate();
  }

  render() {
    const {host, catalogue, context} = this.view;
    const t = (/** @type {string} */ key) => host.t(key);
    const fields = [
      {pointer: '/verdict', label: t('decision.verdict'), kind: 'select', required: true, options: VERDICTS.map((value) => ({value, label: t(`decision.${value}`)}))},
      {pointer: '/reason', label: t('decision.reason'), required: true, width: 'wide', placeholder: t('decision.reason.hint')},
    ];
    const entries = this.items.map((each, i) => ({
      id: String(i), at: each.decidedAt, icon: ICONS[/** @type {keyof typeof ICONS} */ (each.verdict)], title: t(`decision.${each.verdict}`), text: each.reason, by: catalogue.user(each.decidedBy),
    }));
    return html`<section class="card" aria-labelledby="decisions"><h2 id="decisions">${t('decision.title')}</h2>
      ${entries.length ? html`<cl-timeline name=${t('decision.title')} level="3" .entries=${entries}></cl-timeline>` : html`<p class="muted">${t('decision.none')}</p>`}
      ${context.can('segmentation:write')
        ? html`<cl-form class="apart" .fields=${fields} .value=${this.draft} .problem=${this.problem} ?busy=${this.busy} submit=${t('decision.do')}
            @cl-input=${told(({value}) => { this.draft = value; context.drafts.set(this.#draftKey, value); })} @cl-submit=${() => this.#decide()}></cl-form>`
        : nothing}
    </section>`;
  }
}
