import {html} from '@clientele/ui';
import {count, decimal, signed} from './numbers.js';

/**
 * How many stand where now, and how many will if they go on moving so.
 *
 * @param {(key: string) => string} t @param {string} locale @param {{place: string, rows: {label: string, now: number, then: number}[]}} shown `place` is what they stand in
 */
export function forecast(t, locale, {place, rows}) {
  return html`<section class="card" aria-labelledby="forecast"><h2 id="forecast">${t('moves.forecast')}</h2>
    <div class="scrolled" tabindex="0" role="group" aria-labelledby="forecast"><table><thead><tr><th scope="col">${place}</th><th scope="col" class="number">${t('moves.now')}</th><th scope="col" class="number">${t('moves.then')}</th><th scope="col" class="number">${t('moves.change')}</th></tr></thead>
      <tbody>${rows.map(({label, now, then}) => html`<tr><td>${label}</td><td class="number">${count(now, locale)}</td><td class="number">${decimal(then, locale)}</td>
        <td class="number">${signed(Math.round((then - now) * 10) / 10, locale)}</td></tr>`)}</tbody></table></div>
    <p class="muted small legend">${t('moves.forecast.text')}</p></section>`;
}
