import {html} from '@clientele/ui';
import {typed} from './handlers.js';

const SPANS = ['30', '90', '365'];

/** A choice of how far back a curve goes, in days. @param {(key: string, values?: Record<string, unknown>) => string} t @param {string} span @param {(span: string) => void} chosen */
export function spanPicker(t, span, chosen) {
  return html`<select aria-label=${t('history.span')} @change=${typed(chosen)}>
    ${SPANS.map((key) => html`<option value=${key} ?selected=${key === span}>${t('history.days', {n: Number(key)})}</option>`)}</select>`;
}
