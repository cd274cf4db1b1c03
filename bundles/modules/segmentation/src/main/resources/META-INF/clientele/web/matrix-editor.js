import {html, nothing} from '@clientele/ui';
import {Drafted} from './drafted.js';
import {told} from './handlers.js';
import {PATTERNS, following} from './matrix-patterns.js';
import {writtenNumbers} from './numbers.js';

const METHODS = ['quantile', 'median', 'fixed'];
const MOST_PARTS = 9;
const SIDES = /** @type {const} */ (['x', 'y']);

/** What a matrix is made of: two facts, how each is cut, and whom it is about. */
export class MatrixEditor {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {import('./cells.js').Matrix} [matrix] the one to change */
  constructor(host, catalogue, matrix) {
    this.key = 'new';
    this.host = host;
    this.catalogue = catalogue;
    this.matrix = matrix;
    this.drafted = new Drafted(host, {page: 'matrices', thing: matrix, sent: sentMatrix});
  }

  begin() {
    this.drafted.begin(this.matrix ? undefined : {name: '', x: {method: 'quantile', parts: 3}, y: {method: 'quantile', parts: 3}});
  }

  get #fields() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const options = (/** @type {{name: string}[]} */ facts) => facts.map((fact) => ({value: fact.name, label: this.catalogue.label(fact.name)}));
    const facts = options(this.catalogue.numberFacts);
    const sides = [...facts, ...options(this.catalogue.textFacts)];
    return [
      ...(this.matrix ? [] : [this.#patternField]),
      {pointer: '/name', label: t('matrix.name'), required: true, width: 'wide'},
      ...SIDES.flatMap((side) => this.#sideFields(side, sides, facts)),
      {pointer: '/money', label: t('matrix.money'), kind: 'select', options: facts, none: t('matrix.money.none'), hint: t('matrix.money.hint'), width: 'wide'},
    ];
  }

  get #patternField() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {pattern} = this.drafted.draft;
    const options = PATTERNS.map(({key}) => ({value: key, label: t(`pattern.${key}`)}));
    return {pointer: '/pattern', label: t('matrix.pattern'), kind: 'select', options, none: t('matrix.pattern.none'), hint: t(pattern ? `pattern.${pattern}.hint` : 'matrix.pattern.hint'), width: 'wide'};
  }

  /** @param {'x' | 'y'} side @param {object[]} facts @param {object[]} numbers */
  #sideFields(side, facts, numbers) {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {method} = this.drafted.draft[side] ?? {};
    const methods = method === 'values' ? ['values'] : METHODS;
    return [
      {pointer: `/${side}/fact`, label: t(`matrix.${side}`), kind: 'select', required: true, options: facts},
      {pointer: `/${side}/method`, label: t(`matrix.${side}.method`), kind: 'select', required: true, options: methods.map((value) => ({value, label: t(`matrix.method.${value}`)}))},
      ...(method === 'fixed' ? [{pointer: `/${side}/cuts`, label: t(`matrix.${side}.cuts`), required: true, hint: t('matrix.cuts.hint')}] : []),
      ...(method === 'quantile' ? [{pointer: `/${side}/parts`, label: t(`matrix.${side}.parts`), kind: 'number', required: true, hint: t('matrix.parts.hint')}] : []),
      ...(method === 'values' ? [{pointer: `/${side}/values`, label: t(`matrix.${side}.values`), kind: 'tags', required: true, placeholder: t('matrix.values.hint')}] : []),
      {pointer: `/${side}/support`, label: t(`matrix.${side}.support`), kind: 'select', options: numbers, none: t('matrix.support.none'), hint: t('matrix.support.hint')},
      {pointer: `/${side}/labels`, label: t(`matrix.${side}.labels`), kind: 'tags', placeholder: t('matrix.labels.hint')},
    ];
  }

  /** A fact that is a text is cut by its values, another never is. @param {any} changed */
  #change(changed) {
    const before = this.drafted.draft;
    const value = changed.pattern === before.pattern ? changed : following(changed, changed.pattern, (key) => this.host.t(key));
    const fitting = SIDES.map((side) => [side, this.#fitting(value[side] ?? {}, before[side]?.fact)]);
    this.drafted.change({...value, ...Object.fromEntries(fitting)});
    SIDES.filter((side) => this.drafted.draft[side].method === 'values' && !this.drafted.draft[side].values).forEach((side) => this.#offer(side));
  }

  /** @param {any} axis @param {string | undefined} before the fact that it was of */
  #fitting(axis, before) {
    const isText = this.catalogue.textFacts.some((fact) => fact.name === axis.fact);
    if (isText && axis.fact !== before) {
      return {fact: axis.fact, method: 'values', support: axis.support};
    }
    return isText === (axis.method === 'values') ? axis : {fact: axis.fact, method: 'quantile', parts: 3, support: axis.support};
  }

  /** Proposes the values that there are. @param {'x' | 'y'} side */
  async #offer(side) {
    const {fact} = this.drafted.draft[side];
    const offered = await this.catalogue.suggest(fact, '').catch(() => []);
    const {draft} = this.drafted;
    if (draft[side].fact === fact && !draft[side].values) {
      const values = offered.map((/** @type {any} */ each) => each.value ?? each).slice(0, MOST_PARTS);
      this.drafted.change({...draft, [side]: {...draft[side], values}});
    }
  }

  render() {
    const t = (/** @type {string} */ key) => this.host.t(key);
    const {draft, problem, busy} = this.drafted;
    const back = this.matrix ? `/app/matrices/${this.matrix.id}` : '/app/matrices';
    const ofFilter = problem?.errors?.filter((/** @type {any} */ each) => each.pointer === '/filter');
    const known = ofFilter?.length ? {errors: ofFilter} : undefined;
    const others = problem && known ? {detail: '', errors: problem.errors.filter((/** @type {any} */ each) => each.pointer !== '/filter')} : problem;
    return html`<cl-page heading=${this.matrix ? this.matrix.name : t('matrices.new')} back=${back}>
      <div class="form-width">
        ${this.catalogue.ready && !this.catalogue.numberFacts.length ? html`<p class="notes">${t('matrix.noFacts')}</p>` : nothing}
        <section class="card" aria-labelledby="sides"><h2 id="sides">${t('matrix.what')}</h2>
          <cl-form .fields=${this.#fields} .value=${draft} .problem=${others?.errors?.length === 0 && known ? undefined : others} ?busy=${busy} submit=${t(this.matrix ? 'save' : 'matrix.add')}
            @cl-input=${told(({value}) => this.#change({...value, filter: draft.filter}))} @cl-submit=${() => this.drafted.save()}></cl-form></section>
        <section class="card rule" aria-labelledby="whom"><h2 id="whom">${t('matrix.whom')}</h2><p class="muted">${t('matrix.whom.text')}</p>
          <cl-filter .facts=${this.catalogue.conditionFacts} .value=${draft.filter ?? ''} .suggest=${this.catalogue.suggest} .show=${this.catalogue.said}
            .problem=${known} @cl-change=${told(({value}) => this.drafted.change({...draft, filter: value}))}></cl-filter></section>
      </div>
    </cl-page>`;
  }
}

/** A draft as it is sent: cut points as numbers, and only what its method needs. @param {any} draft */
export function sentMatrix({name, filter, x, y, money, texts}) {
  const [sentX, sentY] = [side(x), side(y)];
  const inside = (/** @type {any} */ text) => text.x <= sentX.parts && text.y <= sentY.parts;
  return {name, filter: filter || undefined, x: sentX, y: sentY, money: money || undefined, texts: (texts ?? []).filter(inside)};
}

/** @param {any} axis */
function side({fact, method, parts, cuts, labels, values, support}) {
  const kept = {labels: labels?.length ? labels : undefined, support: support || undefined};
  if (method === 'values') {
    const given = values ?? [];
    return {fact, method, values: given, parts: given.length, ...kept};
  }
  if (method === 'fixed') {
    const numbers = typeof cuts === 'string' ? (writtenNumbers(cuts) ?? []) : (cuts ?? []);
    return {fact, method, cuts: numbers, parts: numbers.length + 1, ...kept};
  }
  return {fact, method, parts: method === 'median' ? 2 : Math.min(MOST_PARTS, Number(parts) || 2), ...kept};
}
