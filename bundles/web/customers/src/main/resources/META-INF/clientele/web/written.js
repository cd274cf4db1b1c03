import {dateFormat, numberFormat} from '@clientele/ui';

/** A plain value as people of a language write it. @param {string} type @param {import('./shapes.js').Value} value @param {string} locale */
export function written(type, value, locale) {
  switch (type) {
    case 'number':
      return numberFormat(locale).format(Number(value));
    case 'date':
      return dateFormat(locale, {...dateStyle(locale), timeZone: 'UTC'}).format(new Date(String(value)));
    case 'instant':
      return dateFormat(locale, dateStyle(locale)).format(new Date(String(value)));
    case 'boolean':
      return value ? '✓' : '–';
    default:
      return String(value);
  }
}

/** Dates are as short as they can be without a doubt which part is the month. @param {string} locale @returns {Intl.DateTimeFormatOptions} */
function dateStyle(locale) {
  return locale.startsWith('zh') ? {year: 'numeric', month: '2-digit', day: '2-digit'} : {dateStyle: 'medium'};
}
