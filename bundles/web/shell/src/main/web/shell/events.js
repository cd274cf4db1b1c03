/** @typedef {{type: string, customer: string | null, at: string, detail: any}} Happened */

const STREAM = '/api/v1/events/stream';
const FIRST_WAIT_MILLIS = 1000;
const LONGEST_WAIT_MILLIS = 30000;

/** The one stream of events of the whole page, and who listens to what. */
export class Events {
  constructor() {
    /** @type {Set<{prefix: string, handler: (event: Happened) => void}>} */
    this.listeners = new Set();
    /** @type {Map<string, (state: any) => void>} */
    this.news = new Map();
    /** @type {EventSource | undefined} */
    this.source = undefined;
    this.wait = FIRST_WAIT_MILLIS;
    /** Told whether the stream is open. @type {(open: boolean) => void} */
    this.connected = (open) => void open;
  }

  /**
   * Hears of events whose type is `type`, or begins with it and a dot; '' hears of all. An event of type `reset` says that some may be missing:
   * whoever hears it loads again what it shows.
   *
   * @param {string} type @param {(event: Happened) => void} handler
   */
  on(type, handler) {
    const listener = {prefix: type, handler};
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Hears of a state of the server, such as `screens`. @param {string} kind @param {(state: any) => void} handler */
  follow(kind, handler) {
    this.news.set(kind, handler);
  }

  open() {
    this.close();
    const source = new EventSource(STREAM);
    this.source = source;
    source.addEventListener('open', () => {
      this.wait = FIRST_WAIT_MILLIS;
      this.connected(true);
    });
    source.addEventListener('event', (message) => this.tell(JSON.parse(message.data)));
    source.addEventListener('reset', () => this.tell({type: 'reset', customer: null, at: '', detail: {}}));
    for (const [kind, handler] of this.news) {
      source.addEventListener(kind, (message) => handler(JSON.parse(message.data)));
    }
    source.addEventListener('error', () => this.lost(source));
  }

  /** The browser connects again by itself unless it was refused. @param {EventSource} source */
  lost(source) {
    this.connected(false);
    if (source.readyState === EventSource.CLOSED && source === this.source) {
      this.timer = setTimeout(() => this.open(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MILLIS);
    }
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }

  /** @param {Happened} event */
  tell(event) {
    for (const {prefix, handler} of [...this.listeners]) {
      if (event.type === 'reset' || prefix === '' || event.type === prefix || event.type.startsWith(`${prefix.replace(/\.$/, '')}.`)) {
        try {
          handler(event);
        } catch (failure) {
          console.error(failure);
        }
      }
    }
  }
}
