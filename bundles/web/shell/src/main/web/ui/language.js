import {format} from './messages.js';
import {WORDS} from './words.js';

/** The languages that the product speaks. */
export const LOCALES = /** @type {const} */ (['en', 'zh']);

/** @typedef {'en' | 'zh'} Locale */
/** @typedef {import('lit').ReactiveElement} ReactiveElement */

let current = /** @type {Locale} */ ('en');

/** @type {Set<() => void>} */
const listeners = new Set();

export const language = {
  get locale() {
    return current;
  },

  /** For dates and numbers. */
  get tag() {
    return current === 'zh' ? 'zh-CN' : 'en';
  },

  /** @param {Locale} locale */
  use(locale) {
    current = locale;
    listeners.forEach((listener) => listener());
  },

  /** Calls back at each change of the language. Returns what ends that. @param {() => void} listener */
  watch(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** A word of the shared elements themselves. @param {string} key @param {Record<string, unknown>} [values] */
export function word(key, values) {
  const text = /** @type {Record<string, string>} */ (WORDS[current])[key];
  return format(text ?? key, language.tag, values);
}

/** Draws an element again when the language changes. */
export class Speaking {
  /** @param {ReactiveElement} host */
  constructor(host) {
    this.host = host;
    this.end = () => {};
    host.addController(this);
  }

  hostConnected() {
    const off = language.watch(() => this.host.requestUpdate());
    this.end = () => void off();
  }

  hostDisconnected() {
    this.end();
  }
}
