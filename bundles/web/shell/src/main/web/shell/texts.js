import {format, language} from '@clientele/ui';
import en from '../texts/en.json';
import zh from '../texts/zh.json';

const TEXTS = /** @type {Record<string, Record<string, string>>} */ ({en, zh});

/** A text of the shell. @param {string} key @param {Record<string, unknown>} [values] */
export function t(key, values) {
  return format(TEXTS[language.locale][key] ?? TEXTS.en[key] ?? key, language.tag, values);
}

/** One of the texts that a bundle gives in both languages. @param {Record<string, string> | undefined} texts */
export function inLanguage(texts) {
  return texts?.[language.locale] ?? texts?.en ?? '';
}
