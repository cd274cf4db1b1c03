import {html, nothing} from '@clientele/ui';
import {MOST_PIECES, draftOf, sentContents, withAnother} from './content-drafts.js';
import {readable, writable} from './content-pieces.js';
import {Drafted} from './drafted.js';
import {otherFaults} from './faults.js';

/** @typedef {import('./content-drafts.js').PieceDraft} PieceDraft */
/** @typedef {import('./content-drafts.js').Found} Found */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Say */

/** The facts that tell what customers are about. */
const TELLING = ['tag', 'preference.content'];

/** What is said to the members of a segment: pieces in an order, read or written. */
export class Contents {
  /** @param {import('./segment-view.js').SegmentView} view @param {() => void} changed */
  constructor(view, changed) {
    this.view = view;
    this.changed = changed;
    this.found = /** @type {Found} */ ({version: 0, items: []});
    this.drafted = this.#drafts();
    this.writing = false;
    /** The channels that there are, and those that pieces are for. */
    this.channels = /** @type {string[]} */ ([]);
    this.offered = /** @type {{place: number, tags: string[]}} */ ({place: -1, tags: []});
  }

  get #path() {
    return `${this.view.path}/contents`;
  }

  /** @param {string[]} channels */
  async begin(channels) {
    if (!this.writing) {
      this.#take((await this.view.context.api.get(this.#path)).body);
      this.writing = this.#mayWrite && this.drafted.resume();
    }
    this.channels = [...new Set([...channels, ...this.found.items.flatMap((piece) => piece.channels)])];
  }

  get #mayWrite() {
    return this.view.context.can('segmentation:write');
  }

  /** @param {Found} found */
  #take(found) {
    this.found = found;
    this.drafted = this.#drafts();
    this.writing = false;
  }

  #drafts() {
    const {host, key} = this.view;
    const saved = (/** @type {Found} */ found) => {
      this.#take(found);
      this.#focus('.said .change');
      this.changed();
    };
    return new Drafted(host, {page: 'contents', thing: {...this.found, id: key}, path: this.#path, draftOf, sent: sentContents, saved});
  }

  /** @returns {PieceDraft[]} */
  get pieces() {
    return this.drafted.draft.pieces ?? [];
  }

  #write() {
    this.writing = true;
    this.drafted.begin();
    if (!this.pieces.length) {
      this.drafted.change(withAnother(this.drafted.draft));
    }
    this.#focus('.piece .name');
  }

  async #leave() {
    this.drafted.forget();
    this.writing = false;
    await this.begin(this.channels).catch((problem) => this.view.context.notify({kind: 'bad', text: problem.message}));
    this.#focus('.said .change');
  }

  #add() {
    this.drafted.change(withAnother(this.drafted.draft));
    this.#focus('.piece:last-child .name');
  }

  /** @param {PieceDraft} piece @param {Partial<PieceDraft>} part */
  change(piece, part) {
    this.drafted.change({...this.drafted.draft, pieces: this.pieces.map((each) => (each === piece ? {...each, ...part} : each))});
  }

  /** @param {PieceDraft} piece @param {string} tags @param {string} [begun] the one of them that is being written */
  tag(piece, tags, begun = '') {
    this.change(piece, {tags});
    this.#propose({...piece, tags}, begun);
  }

  /** Takes a channel in or leaves it out. @param {PieceDraft} piece @param {string} channel */
  toggle(piece, channel) {
    const {channels} = piece;
    this.change(piece, {channels: channels.includes(channel) ? channels.filter((each) => each !== channel) : [...channels, channel]});
  }

  /** Puts pieces in other places, where what was wrong with others would be said. @param {PieceDraft[]} pieces */
  rearrange(pieces) {
    this.drafted.problem = undefined;
    this.drafted.change({...this.drafted.draft, pieces});
  }

  /** @param {PieceDraft} piece */
  remove(piece) {
    this.rearrange(this.pieces.filter((each) => each !== piece));
    this.#focus('.said .add');
  }

  /** Proposes tags for the piece that is being written from now on. @param {PieceDraft} piece */
  offer(piece) {
    if (this.offered.place !== piece.place) {
      this.offered = {place: piece.place, tags: []};
      this.#propose(piece, '');
    }
  }

  /** Proposes tags that begin as one that is being written. @param {PieceDraft} piece @param {string} begun */
  async #propose({place, tags}, begun) {
    const {host, catalogue} = this.view;
    const found = await Promise.all(TELLING.map((fact) => catalogue.suggest(fact, begun))).catch(() => []);
    const now = this.pieces.find((piece) => piece.place === place)?.tags;
    if (this.offered.place === place && now === tags) {
      this.offered = {place, tags: [...new Set(found.flat().map((each) => each.value ?? each))]};
      host.requestUpdate();
    }
  }

  /** Puts the cursor where it belongs once that is drawn. @param {string} selector */
  #focus(selector) {
    const {host} = this.view;
    host.requestUpdate();
    host.updateComplete.then(() => /** @type {HTMLElement | null} */ (host.renderRoot.querySelector(selector))?.focus());
  }

  render() {
    const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => this.view.host.t(key, values);
    const {items} = this.found;
    const change = this.#mayWrite && !this.writing
      ? html`<button class="change" @click=${() => this.#write()}><cl-icon name="pencil"></cl-icon>${t(items.length ? 'content.change' : 'content.begin')}</button>` : nothing;
    return html`<section class="card said" aria-labelledby="said"><div class="row"><h2 id="said">${t('content.what')}</h2><span class="space"></span>${change}</div>
      <p class="muted spaced">${t(items.length || this.writing ? 'content.what.text' : 'content.none')}</p>
      ${this.writing ? this.#written(t) : items.length ? readable(this.view.catalogue, t, items) : nothing}</section>`;
  }

  /** @param {Say} t */
  #written(t) {
    const {problem, busy} = this.drafted;
    const other = otherFaults(problem, '/items');
    return html`<ol class="rules" role="list">${this.pieces.map((piece, at) => writable(this, t, piece, at))}</ol>
      ${other ? html`<p class="fault" role="alert">${other.errors[0]?.detail ?? other.detail}</p>` : nothing}
      <div class="row wrap apart"><button class="add" ?disabled=${this.pieces.length >= MOST_PIECES} @click=${() => this.#add()}><cl-icon name="plus"></cl-icon>${t('content.add')}</button><span class="space"></span>
        <button @click=${() => this.#leave()}>${t('cancel')}</button><button class="primary" ?disabled=${busy} @click=${() => this.drafted.save()}>${t('content.save')}</button></div>`;
  }
}
