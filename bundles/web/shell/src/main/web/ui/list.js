import {LitElement, html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {ref, createRef} from 'lit/directives/ref.js';
import {language} from './language.js';
import {line} from './list-cells.js';
import {foot, head} from './list-ends.js';
import {listKey} from './list-keys.js';
import {placeOf} from './list-places.js';
import {Room, leastWidth} from './list-room.js';
import {Rows} from './list-rows.js';
import {Sight} from './list-sight.js';
import {listPrintStyles} from './list-print-styles.js';
import {listStyles} from './list-styles.js';
import {styled} from './styled.js';
import {Vocabulary} from './vocabulary.js';

/** @typedef {import('./shapes.js').Column} Column */
/** @typedef {import('./shapes.js').Row} Row */
/** @typedef {import('./shapes.js').Edit<Row>} Edit */

const WORDS = {
  en: {
    choose: 'Choose {name}',
    chooseAll: 'Choose all that are shown',
    loading: 'Loading…',
    rows: 'Rows',
    retry: 'Try again',
    failed: 'The rest could not be read.',
    printed: 'The first {n, number}; there are more.',
  },
  zh: {
    choose: '选择 {name}',
    chooseAll: '选择所有已显示的行',
    loading: '正在加载…',
    rows: '行',
    retry: '重试',
    failed: '其余内容无法读取。',
    printed: '以上为前 {n, number} 条，还有更多。',
  },
};
/** @type {Set<PropertyKey>} */
const OF_SOME_ROWS = new Set(['selected', 'current', 'active', 'editing']);
/**
 * A listener that may forbid a wheel to scroll, though it never does: without one the browser scrolls ahead of the page, and the rows that it comes to
 * are drawn in two pictures of three. With it both move together.
 */
const TOGETHER = {handleEvent() {}, passive: false};
/** So many rows beyond those in sight are read before somebody gets there. */
const AHEAD = 60;

/**
 * Rows over a list that is read page by page, of which only those in sight are in the document.
 *
 * Properties: `columns` ([{key, title, width, end, sortable, sort, render(row), edit: {kind, options, value(row), save(row, value)}}]), `load` (reads
 * a page; a new function begins again), `rowKey`, `href(row)`, `label(row)`, `sort` (as the API has it), `selected` (a Set of keys), `selectable`,
 * `memory` (what it shows, in a word: with that a list that is left comes back to its place, by the way back of the browser).
 *
 * Events: `cl-open` {row}, `cl-select` {selected}, `cl-sort` {sort}, `cl-state` {state, count, total, problem, kept}; `kept` says that rows were not
 * read but kept from before.
 *
 * Keys: j k ↑ ↓ PageUp PageDown Home End, ← → between cells, Enter opens, x or Space chooses, e or F2 edits, Ctrl+A chooses all that are shown.
 */
export class ClList extends LitElement {
  static properties = {
    columns: {attribute: false},
    load: {attribute: false},
    rowKey: {type: String},
    href: {attribute: false},
    label: {attribute: false},
    sort: {type: String},
    selected: {attribute: false},
    selectable: {type: Boolean},
    name: {type: String},
    memory: {type: String},
    narrow: {type: Boolean, reflect: true},
    current: {state: true},
    active: {state: true},
    editing: {state: true},
  };
  static styles = [listStyles, listPrintStyles];

  constructor() {
    super();
    this.columns = /** @type {Column[]} */ ([]);
    /** @type {ConstructorParameters<typeof Rows>[0] | undefined} */
    this.load = undefined;
    this.rowKey = 'id';
    /** @type {((row: Row) => string) | undefined} */
    this.href = undefined;
    /** @type {((row: Row) => string) | undefined} */
    this.label = undefined;
    this.sort = '';
    this.selected = /** @type {Set<string>} */ (new Set());
    this.selectable = false;
    this.name = '';
    this.memory = '';
    this.narrow = false;
    this.current = -1;
    this.active = 0;
    /** @type {{index: number, column: number} | undefined} */
    this.editing = undefined;
    /** @type {Rows | undefined} */
    this.rows = undefined;
    /** The row that a range begins at. @type {number | undefined} */
    this.anchor = undefined;
    /** @type {import('lit/directives/ref.js').Ref<HTMLElement>} */
    this.grid = createRef();
    /** Where it is left and comes back to. @type {ReturnType<typeof placeOf> | undefined} */
    this.place = undefined;
    /** Whether somebody has come back and stands on no row yet. */
    this.back = false;
    /** Grows with what all rows depend on. */
    this.look = 0;
    this.words = new Vocabulary(this, WORDS);
    this.sight = new Sight(this);
    this.room = new Room(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    const {rows, current, active} = this;
    if (rows?.items.length) {
      this.place?.leave({items: rows.items, next: rows.next, total: rows.total, row: this.sight.top, current, active});
    }
    rows?.drop();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if ([...changed.keys()].some((property) => !OF_SOME_ROWS.has(property))) {
      this.look++;
      this.room.reset();
    }
    if (changed.has('load') && this.load) {
      this.reload();
    }
  }

  /** Begins again at the top; a list that has just come, where it was left. */
  reload() {
    if (!this.load) {
      return;
    }
    const comes = !this.rows;
    this.rows?.drop();
    this.place = this.memory ? placeOf(this.memory) : undefined;
    const kept = comes ? this.place?.take() : undefined;
    const rows = new Rows(this.load, () => this.#tell(rows), kept);
    this.rows = rows;
    this.editing = undefined;
    if (kept) {
      this.#return(kept);
    } else {
      this.sight.reset();
      this.current = -1;
      rows.more();
    }
  }

  /** Goes on from where it was left. @param {import('./list-places.js').Place} kept */
  #return({row, current, active}) {
    this.current = current;
    this.active = active;
    this.back = current >= 0;
    this.sight.startAt(row);
    this.#tell(/** @type {Rows} */ (this.rows), true);
  }

  /** Puts `row` in the place of the one with its key, if that was read. @param {Row} row */
  patch(row) {
    return this.rows?.patch(this.rowKey, row) ?? false;
  }

  /** The rows that were read. */
  get items() {
    return this.rows?.items ?? [];
  }

  /** Those of them that somebody sees. */
  get seen() {
    const {first, visible} = this.sight;
    return this.items.slice(first, first + visible);
  }

  focus() {
    this.grid.value?.focus({preventScroll: true});
  }

  /** @param {Row} row */
  keyOf(row) {
    return String(row[this.rowKey]);
  }

  /** @param {Rows} rows @param {boolean} [kept] */
  #tell({state, items, total, problem, next}, kept = false) {
    if (state !== 'loading' || this.sight.isAtEnd) {
      this.requestUpdate();
    }
    this.dispatchEvent(new CustomEvent('cl-state', {detail: {state, count: items.length, more: Boolean(next), total, problem, kept}}));
  }

  updated() {
    const {first, visible, isAtEnd} = this.sight;
    if (this.rows?.state === 'ready' && first + visible + AHEAD > this.items.length) {
      this.rows.more(isAtEnd);
    }
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.edit'))?.focus();
    if (this.back && this.sight.isPlaced) {
      this.back = false;
      if (nobodyElse()) {
        this.focus();
      }
    }
  }

  get #template() {
    const widths = this.columns.map((column) => `minmax(${leastWidth(column)}px, ${column.grow ?? 1}fr)`);
    return (this.selectable ? '40px ' : '') + widths.join(' ');
  }

  get #least() {
    return this.columns.reduce((sum, column) => sum + leastWidth(column), this.selectable ? 40 : 0);
  }

  render() {
    const all = this.items.length;
    const [from, to] = this.sight.range;
    return html`
      <div class="scroller" @scroll=${this.sight.scrolled} @wheel=${TOGETHER} ${ref(this.sight.scroller)}>
        <div
          class="grid"
          tabindex="0"
          role="grid"
          aria-label=${this.name || this.words.t('rows')}
          aria-rowcount=${this.rows?.total ? this.rows.total + 1 : -1}
          aria-colcount=${this.columns.length + (this.selectable ? 1 : 0)}
          aria-multiselectable=${this.selectable}
          aria-busy=${this.rows?.state === 'loading' && this.sight.isAtEnd}
          aria-activedescendant=${this.current >= from && this.current < to ? `r${this.current}` : nothing}
          @keydown=${(/** @type {KeyboardEvent} */ event) => listKey(this, event)}
          @focus=${this.#focused}
          ${ref(this.grid)}
          ${styled({'--columns': this.#template, 'min-width': this.narrow ? '0' : `${this.#least}px`})}
        >
          ${head(this)}
          <div class="body" role="rowgroup" ${styled({height: `${all * this.sight.rowHeight}px`})}>
            ${repeat(
              this.sight.indices,
              (index) => this.sight.slot(index),
              (index) => guard(this.#seen(this.items[index], index), () => line(this, this.items[index], index)),
            )}
          </div>
        </div>
        ${foot(this)}
      </div>
    `;
  }

  /** What the look of a row depends on: while it stays the same, as when others come into sight, the row is left alone. @param {Row} row @param {number} index */
  #seen(row, index) {
    const active = index === this.current ? this.active : -1;
    const editing = this.editing?.index === index ? this.editing : undefined;
    return [row, index, this.look, language.tag, this.selected.has(this.keyOf(row)), active, editing];
  }

  /** Sorts by a column, or the other way round. @param {string} key @param {string} order the one of the moment, as `aria-sort` has it */
  sortBy(key, order) {
    this.sort = order === 'ascending' ? `-${key}` : key;
    this.dispatchEvent(new CustomEvent('cl-sort', {detail: {sort: this.sort}}));
  }

  #focused = () => {
    if (this.current < 0 && this.items.length) {
      this.current = this.sight.first;
    }
  };

  /** Asks whoever made the list to show a row. @param {Row} row */
  open(row) {
    this.dispatchEvent(new CustomEvent('cl-open', {detail: {row}}));
  }

  /** Chooses a row, or gives it up; with `range` all from the one chosen before. @param {number} index @param {boolean} range */
  choose(index, range) {
    const selected = new Set(this.selected);
    const row = this.items[index];
    if (!row) {
      return;
    }
    const key = this.keyOf(row);
    if (range && this.anchor !== undefined) {
      const [from, to] = [Math.min(this.anchor, index), Math.max(this.anchor, index)];
      this.items.slice(from, to + 1).forEach((each) => selected.add(this.keyOf(each)));
    } else if (!selected.delete(key)) {
      selected.add(key);
    }
    this.anchor = index;
    this.#chosen(selected);
  }

  /** Chooses all rows that were read, or none. @param {boolean} every */
  chooseAll(every) {
    this.#chosen(new Set(every ? this.items.map((row) => this.keyOf(row)) : []));
  }

  /** @param {Set<string>} selected */
  #chosen(selected) {
    this.selected = selected;
    this.dispatchEvent(new CustomEvent('cl-select', {detail: {selected}}));
  }

  /** Opens the editor of a cell, where there is one. @param {number} index @param {number} column */
  edit(index, column) {
    if (this.columns[column]?.edit && !this.narrow && this.items[index]) {
      this.editing = {index, column};
    }
  }

  /** Writes what an editor holds, if it is new. @param {Row} row @param {Edit} edit @param {string} value */
  save(row, edit, value) {
    if (!this.editing) {
      return;
    }
    this.endEdit();
    if (value !== (edit.value(row) ?? '')) {
      edit.save(row, value);
    }
  }

  /** Closes the editor. */
  endEdit(refocus = true) {
    this.editing = undefined;
    if (refocus) {
      this.grid.value?.focus({preventScroll: true});
    }
  }

  /** Makes a row the current one and brings it into sight. @param {number} by so many rows further down */
  move(by) {
    const last = this.items.length - 1;
    const from = this.current < 0 ? (by > 0 ? -1 : 0) : this.current;
    this.current = Math.max(0, Math.min(last, from + by));
    this.sight.bring(this.current);
  }
}

/** Whether the cursor is nowhere, or where the frame puts it when a page comes. */
function nobodyElse() {
  const active = document.activeElement;
  return !active || active === document.body || active.localName === 'main';
}

customElements.define('cl-list', ClList);
