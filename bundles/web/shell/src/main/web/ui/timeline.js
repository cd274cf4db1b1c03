import {LitElement, css, html, nothing} from 'lit';
import {dateFormat} from './formats.js';
import {Vocabulary} from './vocabulary.js';

/** @typedef {import('./shapes.js').Entry} Entry */

const WORDS = {
  en: {more: 'Show earlier ones', today: 'Today', yesterday: 'Yesterday', loading: 'Loading…'},
  zh: {more: '显示更早的记录', today: '今天', yesterday: '昨天', loading: '正在加载…'},
};

/**
 * What happened, the newest first, day by day.
 *
 * Properties: `entries` ([{id, at, icon, title, text, by, meta}]; `at` is an ISO instant or a date, `title` and `text` may be templates), `more`
 * (whether there are earlier ones), `busy`, `name`, `level` (that of the headings of days, 4 unless told). Event: `cl-more`.
 */
export class ClTimeline extends LitElement {
  static properties = {
    entries: {attribute: false},
    more: {type: Boolean},
    busy: {type: Boolean},
    name: {type: String},
    level: {type: Number},
  };

  static styles = css`
    :host { display: block; color: var(--cl-text); }
    h4 { margin: 14px 0 4px; font-size: 12px; font-weight: 500; color: var(--cl-muted); }
    h4:first-child { margin-top: 0; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 10px; position: relative; padding: 5px 0; }
    li:not(:last-child)::before { content: ''; position: absolute; left: 11.5px; top: 30px; bottom: -5px; width: 1px; background: var(--cl-border); }
    .icon { width: 24px; height: 24px; border-radius: 50%; display: grid; place-items: center; background: var(--cl-hover); color: var(--cl-muted); --cl-icon-size: 13px; }
    .what { min-width: 0; padding-top: 2px; }
    .title { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: baseline; }
    .title b { font-weight: 500; }
    .when, .meta { color: var(--cl-muted); font-size: 12px; }
    .text { margin: 2px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
    button { font: inherit; color: var(--cl-muted); background: none; border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); height: 30px; padding: 0 12px; margin-top: 10px; cursor: pointer; }
    button:hover { background: var(--cl-hover); color: var(--cl-text); }
    @media print { button { display: none; } li { break-inside: avoid; } }
    button:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 1px; }
  `;

  constructor() {
    super();
    this.entries = /** @type {Entry[]} */ ([]);
    this.more = false;
    this.busy = false;
    this.name = '';
    this.level = 4;
    this.words = new Vocabulary(this, WORDS);
  }

  get #days() {
    /** @type {Map<string, Entry[]>} */
    const days = new Map();
    for (const entry of this.entries) {
      const day = this.#day(entry.at);
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days];
  }

  /** @param {string} at */
  #day(at) {
    const date = at.length > 10 ? new Date(at) : new Date(`${at}T12:00:00`);
    const ago = Math.round((new Date().setHours(12, 0, 0, 0) - new Date(date).setHours(12, 0, 0, 0)) / 86_400_000);
    if (ago === 0 || ago === 1) {
      return this.words.t(ago ? 'yesterday' : 'today');
    }
    return dateFormat(this.words.tag, {dateStyle: 'medium'}).format(date);
  }

  /** @param {string} at */
  #time(at) {
    return at.length > 10 ? dateFormat(this.words.tag, {timeStyle: 'short'}).format(new Date(at)) : '';
  }

  render() {
    return html`
      ${this.#days.map(([day, entries]) => html`<h4 aria-level=${this.level}>${day}</h4><ol aria-label="${this.name} ${day}">${entries.map((entry) => this.#entry(entry))}</ol>`)}
      ${this.more ? html`<button aria-disabled=${this.busy} @click=${() => this.busy || this.dispatchEvent(new CustomEvent('cl-more'))}>${this.words.t(this.busy ? 'loading' : 'more')}</button>` : nothing}
    `;
  }

  /** @param {Entry} entry */
  #entry(entry) {
    return html`<li>
      <span class="icon" aria-hidden="true"><cl-icon name=${entry.icon ?? 'dot'}></cl-icon></span>
      <div class="what">
        <div class="title"><b>${entry.title}</b>${entry.by ? html`<span class="meta">${entry.by}</span>` : nothing}<time class="when" datetime=${entry.at}>${this.#time(entry.at)}</time>${entry.meta ? html`<span class="meta">${entry.meta}</span>` : nothing}</div>
        ${entry.text ? html`<div class="text">${entry.text}</div>` : nothing}
      </div>
    </li>`;
  }
}

customElements.define('cl-timeline', ClTimeline);
