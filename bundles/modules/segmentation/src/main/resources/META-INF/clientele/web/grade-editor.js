import {html, nothing} from '@clientele/ui';
import {Drafted} from './drafted.js';
import {told} from './handlers.js';
import {everything} from './pages.js';
import {proposedKey} from './rules.js';
import {METHODS, draftOf, firstScale, freeKey, sentScale, withUsualLimits} from './scales.js';

/** What a scale of grades is made of: a fact, how it is cut, and its bands. */
export class GradeEditor {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {import('./scales.js').Scale} [scale] the one to change */
  constructor(host, catalogue, scale) {
    this.key = 'new';
    this.host = host;
    this.catalogue = catalogue;
    this.scale = scale;
    this.taken = /** @type {string[]} */ ([]);
    this.drafted = new Drafted(host, {page: 'grades', thing: scale, draftOf, sent: sentScale});
  }

  async begin() {
    if (this.scale) {
      this.drafted.begin();
      return;
    }
    const [scales] = await Promise.all([everything(this.host.context, '/api/v1/grades'), this.catalogue.loaded]);
    this.taken = scales.map((scale) => scale.key);
    const facts = this.catalogue.numberFacts.map((fact) => fact.name);
    const first = firstScale((key) => this.host.t(key), facts, this.catalogue.scored);
    const named = this.host.query.has('first') ? {key: proposedKey(first.key, this.taken, 'grade')} : {key: undefined, name: undefined};
    this.drafted.begin({...first, ...named});
  }

  /** The key follows the name until somebody writes another, and limits follow the method. @param {any} next */
  #change(next) {
    const before = this.drafted.draft;
    const proposed = (/** @type {string | undefined} */ name) => (name ? proposedKey(name, this.taken, 'grade') : undefined);
    const untouched = !this.scale && next.key === before.key && (!before.key || before.key === proposed(before.name));
    const named = untouched ? {...next, key: proposed(next.name)} : next;
    const apart = named.apart && !named.negative ? {...named, negative: {key: freeKey(named.bands), name: this.host.t('grade.negative.usual')}} : named;
    this.drafted.change(apart.method === before.method ? apart : withUsualLimits(apart));
  }

  get #fields() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {draft} = this.drafted;
    const facts = this.catalogue.numberFacts.map((fact) => ({value: fact.name, label: this.catalogue.label(fact.name)}));
    return [
      {pointer: '/name', label: t('segment.name'), required: true, ...(this.scale ? {width: 'wide'} : {})},
      ...(this.scale ? [] : [{pointer: '/key', label: t('segment.key'), required: true, hint: t('grade.key.hint')}]),
      {pointer: '/fact', label: t('grade.fact'), kind: 'select', required: true, options: facts, hint: t('grade.fact.hint')},
      {pointer: '/method', label: t('grade.method'), kind: 'select', required: true, hint: t(`grade.method.${draft.method}.text`), options: METHODS.map((value) => ({value, label: t(`grade.method.${value}`)}))},
      this.#bands(t, draft),
      {pointer: '/apart', label: t('grade.apart'), kind: 'check', width: 'wide'},
      ...(draft.apart ? [{pointer: '/negative/key', label: t('grade.negative.key'), required: true}, {pointer: '/negative/name', label: t('grade.negative.name'), required: true}] : []),
      {pointer: '/margin', label: t('grade.margin'), kind: 'number', hint: t('grade.margin.hint'), width: 'wide'},
    ];
  }

  /** @param {(key: string) => string} t @param {any} draft */
  #bands(t, draft) {
    const bands = draft.bands ?? [];
    const last = (/** @type {any} */ band) => band === this.drafted.draft.bands?.at(-1);
    const limit = t(`grade.limit.${draft.method}`);
    const limited = draft.method !== 'breaks';
    return {
      pointer: '/bands', kind: 'rows', label: t(`grade.bands.${draft.method}`), one: t('grade.band'), add: t('grade.bands.add'),
      blank: {key: freeKey(bands, draft.negative), name: ''},
      fields: [
        {pointer: '/key', label: t('grade.band.key'), placeholder: t('grade.band.key')},
        {pointer: '/name', label: t('grade.band.name'), placeholder: t('grade.band.name')},
        {pointer: '/limit', label: limit, placeholder: limit, kind: 'number', when: (/** @type {any} */ band) => limited && !last(band)},
        {pointer: '/rest', kind: 'said', label: t('grade.limit.rest'), when: (/** @type {any} */ band) => limited && last(band)},
      ],
    };
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {draft, problem, busy} = this.drafted;
    const back = this.scale ? `/app/grades/${this.scale.id}` : '/app/grades';
    const none = this.catalogue.ready && !this.catalogue.numberFacts.length;
    return html`<cl-page heading=${this.scale ? this.scale.name : t('grades.new')} back=${back}>
      <div class="form-width">
        ${none ? html`<p class="notes">${t('matrix.noFacts')}</p>` : nothing}
        <section class="card" aria-labelledby="scale"><h2 id="scale">${t('grade.what')}</h2>
          ${draft.method
            ? html`<cl-form .fields=${this.#fields} .value=${draft} .problem=${problem} ?busy=${busy} submit=${t(this.scale ? 'grade.save' : 'grade.add')}
                @cl-input=${told(({value}) => this.#change(value))} @cl-submit=${() => this.drafted.save()}></cl-form>`
            : html`<cl-skeleton rows="8"></cl-skeleton>`}
          ${this.scale ? html`<p class="muted small apart">${t('grade.what.again')}</p>` : nothing}</section>
      </div>
    </cl-page>`;
  }
}
