import {createRef} from 'lit/directives/ref.js';

const NARROW = 600;
const MARGIN = 12;
const HEAD = 32;
/** So many rows come and go together: the document changes in some pictures of a scroll, not in each. */
const BLOCK = 2;
/** After so long without another step the list stands still. */
const REST_MILLIS = 200;
/** Paper takes all rows that were read, up to some dozen pages. */
const MOST_PRINTED = 1000;

/** Which rows of a list are in sight; on paper, all that were read. */
export class Sight {
  /** @param {import('./list.js').ClList} list */
  constructor(list) {
    this.list = list;
    /** The first row in sight. */
    this.first = 0;
    /** The same, and how much of it is hidden. */
    this.at = 0;
    /** How many fit. */
    this.visible = 30;
    /** So many more are drawn above and below; none in the picture after a leap, so that it is there soon. */
    this.margin = MARGIN;
    this.printing = false;
    /** The row that is to be the first in sight, until the list is large enough to be there. @type {number | undefined} */
    this.start = undefined;
    this.frame = 0;
    this.widening = 0;
    this.scrolling = false;
    this.resting = 0;
    /** @type {import('lit/directives/ref.js').Ref<HTMLElement>} */
    this.scroller = createRef();
    this.sizes = new ResizeObserver(() => this.#measure());
    list.addController(this);
  }

  hostConnected() {
    this.sizes.observe(this.list);
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  hostDisconnected() {
    this.sizes.disconnect();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.widening);
    clearTimeout(this.resting);
  }

  hostUpdated() {
    const scroller = this.scroller.value;
    if (this.start === undefined || !scroller || !this.list.clientWidth) {
      return;
    }
    if (this.list.narrow !== this.#isNarrow) {
      // Its rows are as high as cards, or no more: it is drawn again first.
      this.#measure();
      return;
    }
    const {start} = this;
    this.start = undefined;
    scroller.scrollTop = start * this.rowHeight;
    // What stands above the list may not be there yet, which leaves it more room than it will have.
    requestAnimationFrame(() => (scroller.scrollTop = start * this.rowHeight));
  }

  /** Whether the list is where it begins. */
  get isPlaced() {
    return this.start === undefined;
  }

  /** The first row in sight, and how much of it is hidden. */
  get top() {
    return this.start ?? this.at;
  }

  #print = (/** @type {Event} */ event) => {
    this.printing = event.type === 'beforeprint';
    this.list.requestUpdate();
  };

  get rowHeight() {
    return this.list.narrow ? 68 : 32;
  }

  /** The rows to be drawn, from one and up to another that is not. @returns {[number, number]} */
  get range() {
    const all = this.list.items.length;
    if (this.printing) {
      return [0, Math.min(MOST_PRINTED, all)];
    }
    const first = begin(this.first);
    return [Math.max(0, Math.min(first, all) - this.margin), Math.min(all, first + BLOCK + this.visible + this.margin)];
  }

  /** The element that a row is drawn with: one that comes into sight takes that of one that went. @param {number} index */
  slot(index) {
    return index % (this.printing ? MOST_PRINTED : BLOCK + this.visible + 2 * MARGIN);
  }

  /**
   * The rows to be drawn, in the order in which their elements follow each other. While somebody scrolls every element stays where it is, as one that
   * moves costs as much as a new one; after that they are put in the order of the rows, for whoever reads the document aloud.
   */
  get indices() {
    const [from, to] = this.range;
    const indices = Array.from({length: to - from}, (_, i) => from + i);
    return this.scrolling && !this.list.editing ? indices.sort((a, b) => this.slot(a) - this.slot(b)) : indices;
  }

  /** Whether the last row that was read is in sight. */
  get isAtEnd() {
    return this.first + this.visible >= this.list.items.length;
  }

  /** Whether paper lacks rows that there are. */
  get isCut() {
    return this.range[1] < this.list.items.length || Boolean(this.list.rows?.next);
  }

  get #isNarrow() {
    return this.list.clientWidth > 0 && this.list.clientWidth < NARROW;
  }

  #measure() {
    const {list} = this;
    list.narrow = this.#isNarrow;
    this.#see(this.first, Math.ceil((list.clientHeight || 640) / this.rowHeight) + 1);
    this.scrolled();
  }

  /** Looks anew, once the browser draws. */
  scrolled = () => {
    this.scrolling = true;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.scrolling = false;
      this.list.requestUpdate();
    }, REST_MILLIS);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.#look());
  };

  #look() {
    if (this.isPlaced) {
      this.at = (this.scroller.value?.scrollTop ?? 0) / this.rowHeight;
      this.#see(Math.floor(this.at), this.visible);
    } else {
      this.list.requestUpdate();
    }
  }

  /** @param {number} first @param {number} visible */
  #see(first, visible) {
    const others = begin(first) !== begin(this.first) || visible !== this.visible;
    if (Math.abs(first - this.first) > this.visible) {
      this.#leap();
    }
    this.first = first;
    this.visible = visible;
    if (others) {
      this.list.requestUpdate();
    }
  }

  /** Leaves out for one picture what is not in sight. */
  #leap() {
    this.margin = 0;
    cancelAnimationFrame(this.widening);
    this.widening = requestAnimationFrame(() => {
      this.widening = requestAnimationFrame(() => {
        this.margin = MARGIN;
        this.list.requestUpdate();
      });
    });
  }

  /** Goes back to the top. */
  reset() {
    this.#leap();
    this.first = 0;
    this.at = 0;
    this.start = undefined;
    if (this.scroller.value) {
      this.scroller.value.scrollTop = 0;
    }
  }

  /** Begins elsewhere than at the top. @param {number} row the first in sight, of which a part may be hidden */
  startAt(row) {
    this.first = Math.floor(row);
    this.at = row;
    this.start = row;
  }

  /** Brings a row into sight. @param {number} index */
  bring(index) {
    const scroller = this.scroller.value;
    if (!scroller) {
      return;
    }
    const top = index * this.rowHeight;
    const room = scroller.clientHeight - (this.list.narrow ? 0 : HEAD) - this.rowHeight;
    if (top < scroller.scrollTop) {
      scroller.scrollTop = top;
    } else if (top > scroller.scrollTop + room) {
      scroller.scrollTop = top - room;
    }
  }
}

/** The first row of a block. @param {number} row any of it */
function begin(row) {
  return Math.floor(row / BLOCK) * BLOCK;
}
