import {language} from '@clientele/ui';

/** @typedef {'light' | 'dark' | 'system'} Theme */

const LOCALE = 'cl-locale';
const THEME = 'cl-theme';

/** What the user chose for this browser: language, and light or dark. */
export const preferences = {
  get locale() {
    return language.locale;
  },

  /** @param {'en' | 'zh'} locale */
  speak(locale) {
    localStorage.setItem(LOCALE, locale);
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    language.use(locale);
  },

  /** @returns {Theme} */
  get theme() {
    return /** @type {Theme} */ (localStorage.getItem(THEME) ?? 'system');
  },

  /** Whether it is dark now, by choice or by the system. */
  get dark() {
    return this.theme === 'dark' || (this.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  },

  /** @param {Theme} theme */
  wear(theme) {
    localStorage.setItem(THEME, theme);
    document.documentElement.toggleAttribute('data-theme', theme !== 'system');
    if (theme !== 'system') {
      document.documentElement.dataset.theme = theme;
    }
    language.use(language.locale);
  },

  start() {
    const chosen = localStorage.getItem(LOCALE) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
    this.speak(chosen === 'zh' ? 'zh' : 'en');
  },
};
