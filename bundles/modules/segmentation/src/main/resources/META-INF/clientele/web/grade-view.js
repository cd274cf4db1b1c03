import {html, nothing} from '@clientele/ui';
import {GradeBands} from './grade-bands.js';
import {GradeCurve} from './grade-curve.js';
import {GradeEditor} from './grade-editor.js';
import {GradeMoves} from './grade-moves.js';
import {graded, reason, state} from './grade-states.js';
import {afterQuiet, told} from './handlers.js';
import {instead} from './reading.js';
import {Removal} from './removal.js';
import {turn} from './turning.js';

const REFRESH_MILLIS = 1500;
const TABS = ['bands', 'moves', 'curve'];

/** One scale of grades: who is in which band, how they moved, and how many were in each. */
export class GradeView {
  /** @param {import('@clientele/ui').Screen} host @param {import('./catalogue.js').Catalogue} catalogue @param {string} key */
  constructor(host, catalogue, key) {
    this.key = key;
    this.host = host;
    this.catalogue = catalogue;
    this.scale = /** @type {import('./scales.js').Scale | undefined} */ (undefined);
    this.problem = /** @type {any} */ (undefined);
    this.tab = 'bands';
    this.rest = '';
    this.busy = false;
    this.editor = /** @type {GradeEditor | undefined} */ (undefined);
    this.removal = new Removal(host, {texts: 'grade', page: 'grades'});
    this.tabs = /** @type {Record<string, {begin: () => Promise<void>, render: (scale: import('./scales.js').Scale) => unknown}>} */ ({
      bands: new GradeBands(this), moves: new GradeMoves(this), curve: new GradeCurve(this),
    });
    this.begun = new Set();
    this.refresh = afterQuiet(() => this.begin(), REFRESH_MILLIS);
  }

  get context() {
    return this.host.context;
  }

  get path() {
    return `/api/v1/grades/${this.key}`;
  }

  async begin() {
    try {
      this.scale = (await this.context.api.get(this.path)).body;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.begun.clear();
    this.go(this.rest);
  }

  /** @param {string} rest */
  go(rest) {
    const edited = this.rest === 'edit' && rest !== 'edit';
    this.rest = rest;
    this.tab = TABS.includes(rest) ? rest : 'bands';
    if (edited) {
      this.editor = undefined;
      this.begin();
    } else if (rest === 'edit') {
      this.#edit();
    } else {
      this.#show();
    }
    this.host.requestUpdate();
  }

  #edit() {
    if (this.scale && !this.editor) {
      this.editor = new GradeEditor(this.host, this.catalogue, this.scale);
      this.editor.begin();
    }
  }

  #show() {
    if (this.scale && !this.begun.has(this.tab)) {
      this.begun.add(this.tab);
      this.tabs[this.tab].begin().catch((problem) => this.context.notify({kind: 'bad', text: problem.message}));
    }
  }

  /** @param {any} event */
  happened(event) {
    if (event.type === 'reset' || event.type.startsWith('segmentation.Grade')) {
      this.refresh();
    }
  }

  async #run() {
    this.busy = true;
    this.host.requestUpdate();
    try {
      this.scale = (await this.context.api.post(`${this.path}/run`)).body;
      const low = this.scale?.status !== 'ok';
      this.context.notify({kind: low ? 'info' : 'good', text: this.host.t(low ? 'grade.ran.low' : 'grade.ran')});
      await this.begin();
    } catch (problem) {
      this.context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.host.t(key, values);
    const {scale, editor} = this;
    if (editor && this.rest === 'edit') {
      return editor.render();
    }
    if (!scale) {
      return html`<cl-page heading=${this.problem ? t('grades.title') : ' '} back="/app/grades">${instead(this.host, this.problem, {icon: 'award', absent: t('grade.absent'), page: 'grades', title: t('grades.title'), again: () => this.begin()})}</cl-page>`;
    }
        return html`<cl-page heading=${scale.name} note=${graded(scale, t, this.context.locale)} back="/app/grades">
      <span slot="beside">${state(scale, t)}</span>
      ${this.#actions(scale, t)}
      <div slot="bar"><cl-tabs label=${t('grade.tabs')} selected=${this.tab} .tabs=${TABS.map((key) => ({key, label: t(`grade.tab.${key}`)}))}
        @select=${told((tab) => turn(this.host, tab === 'bands' ? this.key : `${this.key}/${tab}`))}></cl-tabs></div>
      <div class="history">${reason(scale, t, this.catalogue.label(scale.fact))} ${this.tabs[this.tab].render(scale)}</div>
      ${this.removal.render()}
    </cl-page>`;
  }

  /** @param {import('./scales.js').Scale} scale @param {(key: string) => string} t */
  #actions(scale, t) {
    return this.context.can('segmentation:write')
      ? html`<div slot="actions" class="row"><button ?disabled=${this.busy} @click=${() => this.#run()}><cl-icon name="refresh-cw"></cl-icon><span class="wide">${t('grade.run')}</span></button>
          <a class="button" href="/app/grades/${this.key}/edit"><cl-icon name="pencil"></cl-icon><span class="wide">${t('matrix.edit')}</span></a>
          <cl-menu label=${t('more')} .items=${[{label: t('grade.remove'), icon: 'trash-2', danger: true, action: () => this.removal.ask(scale, this.path)}]}><cl-icon slot="button" name="ellipsis"></cl-icon></cl-menu></div>`
      : nothing;
  }
}
