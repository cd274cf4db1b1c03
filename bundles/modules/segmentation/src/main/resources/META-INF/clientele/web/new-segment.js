import {html, nothing} from '@clientele/ui';
import {told} from './handlers.js';
import {RuleBuilder} from './rule-builder.js';
import {proposedKey} from './rules.js';
import {parted, segmentFields, sent} from './segment-fields.js';

const DRAFT = 'segment:new';
const KINDS = ['rule', 'list'];

/** A new segment: who is in it, then what it is called. */
export class NewSegment {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(host, catalogue) {
    this.key = 'new';
    this.host = host;
    this.catalogue = catalogue;
    this.draft = /** @type {import('./segment-fields.js').Draft} */ ({kind: 'rule'});
    this.problem = /** @type {any} */ (undefined);
    this.busy = false;
    this.builder = new RuleBuilder(host, catalogue, {changed: (filter) => this.#change({filter})});
  }

  /** The key that follows from the name, until somebody writes another. */
  #proposed = '';

  get context() {
    return this.host.context;
  }

  /** Begins with what was typed before, or with what the address says. */
  begin() {
    const {query} = this.host;
    const asked = {kind: query.get('kind'), filter: query.get('filter'), name: query.get('name')};
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
    const kept = this.context.drafts.get(DRAFT);
    const goesOn = kept && (query.size === 0 || kept.begun === query.toString());
    const name = goesOn ? kept.draft.name : given.name;
    this.#proposed = name ? proposedKey(name, this.#taken) : '';
    this.draft = goesOn ? kept.draft : {kind: 'rule', owner: this.context.session.id, key: this.#proposed || undefined, ...given};
    this.builder.begin(this.draft.filter ?? '');
    this.host.requestUpdate();
  }

  /** @param {import('./segment-fields.js').Draft} changed */
  #change(changed) {
    const untouched = !this.draft.key || this.draft.key === this.#proposed;
    const next = {...this.draft, ...changed};
    this.#proposed = next.name ? proposedKey(next.name, this.#taken) : '';
    this.draft = untouched && next.key === this.draft.key ? {...next, key: this.#proposed || undefined} : next;
    this.problem = undefined;
    this.context.drafts.set(DRAFT, {begun: this.host.query.toString(), draft: this.draft});
    this.host.requestUpdate();
  }

  get #taken() {
    return this.catalogue.segments.map((segment) => segment.key);
  }

  async #add() {
    this.busy = true;
    this.host.requestUpdate();
    try {
      const {body} = await this.context.api.post('/api/v1/segments', {body: sent(this.draft)});
      this.context.drafts.clear(DRAFT);
      this.context.notify({kind: 'good', text: this.host.t('segment.added', {name: body.name, n: body.size})});
      this.context.navigate(`segments/${body.id}`);
    } catch (problem) {
      this.problem = problem;
      this.builder.problem = parted(problem).rule;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const isRule = this.draft.kind !== 'list';
    return html`<cl-page heading=${t('segments.new')} back="/app/segments">
      <div class="form-width">
        <fieldset class="kinds"><legend class="hidden-text">${t('segment.kind')}</legend>
          ${KINDS.map((kind) => html`<label class="choice"><input type="radio" name="kind" .checked=${(this.draft.kind ?? 'rule') === kind} @change=${() => this.#change({kind})} />
            <span><b>${t(`segment.kind.${kind}`)}</b> <span class="muted">${t(`segment.kind.${kind}.text`)}</span></span></label>`)}
        </fieldset>
        ${isRule ? this.builder.render() : nothing}
        <section class="card" aria-labelledby="what"><h2 id="what">${t('rule.what')}</h2>
          <cl-form .fields=${segmentFields(t, this.catalogue, true)} .value=${this.draft} .problem=${parted(this.problem).form} ?busy=${this.busy} submit=${t('segments.add')}
            @cl-input=${told(({value}) => this.#change(value))} @cl-submit=${() => this.#add()}></cl-form></section>
      </div>
    </cl-page>`;
  }
}
