import {html} from '@clientele/ui';
import {overtaken} from './conflict.js';
import {told} from './handlers.js';
import {writtenNumbers} from './numbers.js';
import {frame} from './rfm-frame.js';
import {scored} from './rfm-run.js';

const DRAFT = 'rfm';
const SCORINGS = ['midrank', 'type7', 'positional', 'fixed', 'equal_value'];
const CLASSES = [3, 4, 5, 6, 7, 8, 9];
const THRESHOLDS = ['recencyDays', 'frequency', 'money'];
const WEIGHTS = ['recency', 'frequency', 'money'];

/** How purchases become scores. */
export class RfmSettings {
  /** @param {import('@clientele/ui').Screen} host */
  constructor(host) {
    this.key = 'settings';
    this.host = host;
    this.draft = /** @type {any} */ (undefined);
    /** What the typing began with. */
    this.before = /** @type {any} */ (undefined);
    this.version = 0;
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
  }

  async begin() {
    const {context} = this.host;
    const {body} = await context.api.get('/api/v1/rfm/settings');
    const kept = context.drafts.get(DRAFT);
    this.#take(body, kept?.before ? kept : undefined);
    this.host.requestUpdate();
  }

  /** Takes the settings as they are, and puts what was typed on top of them. @param {{version: number, settings: any}} body @param {{version: number, draft: any, before: any}} [typed] */
  #take({version, settings}, typed) {
    const now = {...settings, classes: String(settings.classes)};
    this.draft = typed?.draft ?? now;
    if (typed && typed.version !== version) {
      const {draft, problem} = overtaken({typed: typed.draft, before: typed.before, now}, (key, values) => this.host.t(key, values));
      this.draft = draft;
      this.problem = problem;
    }
    this.before = structuredClone(now);
    this.version = version;
  }

  /** Reads what somebody else saved. @param {any} conflict */
  async #read(conflict) {
    const {context} = this.host;
    const {version, draft, before} = this;
    try {
      this.#take((await context.api.get('/api/v1/rfm/settings')).body, {version, draft, before});
      this.#change(this.draft);
    } catch {
      this.problem = conflict;
    }
  }

  /** @param {any} draft */
  #change(draft) {
    const {version, before} = this;
    this.draft = draft;
    this.host.context.drafts.set(DRAFT, {version, draft, before});
    this.host.requestUpdate();
  }

  async #save() {
    const {context} = this.host;
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      const {body} = await context.api.put('/api/v1/rfm/settings', {body: sentSettings(this.draft), ifMatch: `"${this.version}"`});
      context.drafts.clear(DRAFT);
      context.notify(scored(body, (key, values) => this.host.t(key, values)));
      if (body.uncounted) {
        context.notify({kind: 'info', text: this.host.t('rfm.uncounted', {n: body.uncounted})});
      }
      context.navigate('rfm');
    } catch (problem) {
      this.problem = problem;
      if (/** @type {any} */ (problem).status === 412) {
        await this.#read(problem);
      }
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  get #fields() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const fixed = this.draft.scoring === 'fixed';
    return [
      {pointer: '/currency', label: t('rfm.currency'), required: true, hint: t('rfm.currency.hint')},
      {pointer: '/scoring', label: t('rfm.scoring'), kind: 'select', required: true, hint: t(`rfm.scoring.${this.draft.scoring}.text`), options: SCORINGS.map((value) => ({value, label: t(`rfm.scoring.${value}`)}))},
      {pointer: '/classes', label: t('rfm.classes'), kind: 'select', required: true, options: CLASSES.map((value) => ({value: String(value), label: String(value)}))},
      {pointer: '/windowDays', label: t('rfm.window'), kind: 'number', hint: t('rfm.window.hint')},
      ...WEIGHTS.map((each) => ({pointer: `/weights/${each}`, label: t(`rfm.weight.${each}`), kind: 'number', required: true})),
      ...(fixed ? THRESHOLDS.map((each) => ({pointer: `/thresholds/${each}`, label: t(`rfm.threshold.${each}`), required: true, hint: t('rfm.threshold.hint')})) : []),
      {pointer: '/countZeroAmountDays', label: t('rfm.zero'), kind: 'check', width: 'wide'},
    ];
  }

  render() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const write = this.host.context.can('segmentation:write');
    const body = this.draft
      ? html`<div class="form-width"><section class="card" aria-labelledby="how"><h2 id="how">${t('rfm.how')}</h2><p class="muted">${t('rfm.how.text')}</p>
          <cl-form class="apart" .fields=${this.#fields} .value=${this.draft} .problem=${this.problem} ?busy=${this.busy || !write} submit=${t('rfm.save')}
            @cl-input=${told(({value}) => this.#change(value))}
            @cl-submit=${() => this.#save()}></cl-form></section></div>`
      : html`<cl-skeleton rows="6"></cl-skeleton>`;
    return frame(this.host, 'settings', {body});
  }
}

/** Settings as they are sent. @param {any} draft */
export function sentSettings({thresholds, weights, currency, windowDays, classes, ...rest}) {
  const numbers = (/** @type {any} */ given) => (typeof given === 'string' ? (writtenNumbers(given) ?? []) : (given ?? []));
  return {
    ...rest,
    currency: currency?.trim().toUpperCase(),
    classes: Number(classes),
    windowDays: windowDays ? Number(windowDays) : undefined,
    weights: Object.fromEntries(WEIGHTS.map((each) => [each, Number(weights?.[each] ?? 0)])),
    thresholds: rest.scoring === 'fixed' ? Object.fromEntries(THRESHOLDS.map((each) => [each, numbers(thresholds?.[each])])) : undefined,
  };
}
