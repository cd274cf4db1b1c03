import {html, nothing} from '@clientele/ui';
import {overtaken} from './conflict.js';
import {told} from './handlers.js';
import {day} from './numbers.js';
import {RuleBuilder} from './rule-builder.js';
import {parted, segmentFields, sent} from './segment-fields.js';

/** The rule of a segment and what it is called, to be changed. */
export class RuleTab {
  /** @param {import('./segment-view.js').SegmentView} view */
  constructor(view) {
    this.view = view;
    this.draft = /** @type {any} */ (undefined);
    /** The segment as it was when the typing began. */
    this.before = /** @type {any} */ (undefined);
    this.changed = false;
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
    this.builder = new RuleBuilder(view.host, view.catalogue, {changed: (filter) => this.#change({...this.draft, filter})});
  }

  get context() {
    return this.view.context;
  }

  get #draftKey() {
    return `segment:${this.view.key}`;
  }

  /** Begins with what was typed and not saved. If somebody else changed the segment since, it stands on top of that. */
  begin() {
    const segment = /** @type {import('./catalogue.js').Segment} */ (this.view.segment);
    const kept = this.context.drafts.get(this.#draftKey);
    this.changed = Boolean(kept?.draft);
    this.draft = this.changed ? kept.draft : structuredClone(segment);
    this.before = this.changed ? kept.before : structuredClone(segment);
    this.problem = undefined;
    if (this.draft.version !== segment.version) {
      this.#overtaken(segment);
    }
    this.#build(segment);
  }

  /** @param {import('./catalogue.js').Segment} segment */
  #build(segment) {
    this.builder.around.own = segment.key;
    this.builder.preview.before = segment.size;
    this.builder.begin(this.draft.filter ?? '');
    this.view.host.requestUpdate();
  }

  /** @param {import('./catalogue.js').Segment} now */
  #overtaken(now) {
    const {draft, problem} = overtaken({typed: this.draft, before: this.before, now}, (key, values) => this.view.host.t(key, values));
    this.before = structuredClone(now);
    this.problem = problem;
    this.#change(draft);
  }

  /** Somebody else may have changed the segment; what is being typed stays. */
  freshen() {
    if (!this.changed) {
      this.begin();
    }
  }

  /** @param {any} draft */
  #change(draft) {
    this.draft = draft;
    this.changed = true;
    this.context.drafts.set(this.#draftKey, {draft, before: this.before});
    this.view.host.requestUpdate();
  }

  #discard() {
    this.context.drafts.clear(this.#draftKey);
    this.begin();
  }

  async #save() {
    const {host} = this.view;
    const before = this.view.segment;
    this.busy = true;
    host.requestUpdate();
    try {
      const {body} = await this.context.api.put(this.view.path, {body: sent(this.draft), ifMatch: `"${this.draft.version}"`});
      this.view.segment = body;
      this.#discard();
      const undo = () => this.context.api.put(this.view.path, {body: sent(/** @type {any} */ (before)), ifMatch: `"${body.version}"`});
      this.context.notify({kind: 'good', text: host.t('segment.saved', {name: body.name, n: body.size}), undo});
    } catch (problem) {
      this.problem = problem;
      this.builder.problem = parted(this.problem).rule;
      if (/** @type {any} */ (problem).status === 412) {
        await this.#reread();
      }
    }
    this.busy = false;
    host.requestUpdate();
  }

  /** Reads what somebody else saved, and puts what was typed on top of it. */
  async #reread() {
    try {
      const segment = (await this.context.api.get(this.view.path)).body;
      this.view.segment = segment;
      this.#overtaken(segment);
      this.#build(segment);
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The same for those who may only look. @param {(key: string) => string} t */
  #read(t) {
    const {locale} = this.context;
    const {filter, purpose, key, owner, validFrom, validUntil} = this.draft;
    const said = [
      [t('rule.who'), filter && html`<code>${filter}</code>`],
      [t('segment.purpose'), purpose],
      [t('segment.key'), html`<code>${key}</code>`],
      [t('segment.owner'), this.view.catalogue.user(owner)],
      [t('segment.validFrom'), validFrom && day(validFrom, locale)],
      [t('segment.validUntil'), validUntil && day(validUntil, locale)],
    ].filter(([, value]) => value);
    return html`<div class="form-width"><dl class="card told">${said.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>`;
  }

  render() {
    const {host, catalogue} = this.view;
    const t = (/** @type {string} */ key) => host.t(key);
    if (!this.draft) {
      return html`<cl-skeleton rows="6"></cl-skeleton>`;
    }
    if (!this.context.can('segmentation:write')) {
      return this.#read(t);
    }
    return html`<div class="form-width">
      ${this.draft.kind === 'rule' ? this.builder.render() : nothing}
      <section class="card" aria-labelledby="what"><h2 id="what">${t('rule.what')}</h2>
        <p class="muted small">${t('segment.key')} <code>${this.draft.key}</code> · ${t('segment.fact')} <code>${this.draft.fact}</code></p>
        <cl-form .fields=${segmentFields(t, catalogue, false)} .value=${this.draft} .problem=${parted(this.problem).form} ?busy=${this.busy}
          ?cancellable=${this.changed} @cl-cancel=${() => this.#discard()}
          @cl-input=${told(({value}) => this.#change({...this.draft, ...value, filter: this.draft.filter}))} @cl-submit=${() => this.#save()}></cl-form></section>
    </div>`;
  }
}
