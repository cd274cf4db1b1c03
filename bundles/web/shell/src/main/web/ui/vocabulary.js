import {Speaking, language} from './language.js';
import {format} from './messages.js';

/** The words of one element that has many, in the language of the page; the element is drawn again when that changes. */
export class Vocabulary extends Speaking {
  /**
   * @param {import('lit').ReactiveElement} host
   * @param {Record<'en' | 'zh', Record<string, string>>} texts by language and key
   */
  constructor(host, texts) {
    super(host);
    this.texts = texts;
  }

  get locale() {
    return language.locale;
  }

  /** For dates and numbers. */
  get tag() {
    return language.tag;
  }

  /** @param {string} key @param {Record<string, unknown>} [values] */
  t(key, values) {
    return format(this.texts[language.locale][key] ?? key, language.tag, values);
  }
}
