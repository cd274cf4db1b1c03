import {html} from '@clientele/ui';
import {channelName} from './channels.js';
import {count, share} from './numbers.js';
import {mover} from './ordered.js';

/**
 * How many of a segment can be reached by each channel; the channels are chosen and ordered here.
 *
 * @param {import('./approach.js').Approach} approach @param {(key: string, values?: Record<string, unknown>) => string} t @param {import('./approach.js').Reach} found
 */
export function reach(approach, t, found) {
  const {host, catalogue, context} = approach.view;
  const {locale} = context;
  const {choice} = approach;
  const rows = choice.order.map((channel) => /** @type {import('./approach.js').ByChannel} */ (found.channels.find((each) => each.channel === channel)));
  return html`<section class="card" aria-labelledby="reach"><h2 id="reach">${t('reach.title')}</h2>
    <p class="spaced">${t('reach.sum', {n: found.members, members: count(found.members, locale), reachable: count(found.reachable, locale), share: share(found.share, locale)})}</p>
    <div class="scrolled" tabindex="0" role="group" aria-labelledby="reach"><table class="reach"><thead><tr><th scope="col">${t('reach.channel')}</th><th scope="col">${t('reach.order')}</th>
      <th scope="col" class="number">${t('reach.reachable')}</th><th scope="col" class="number">${t('reach.consented')}</th><th scope="col" class="number">${t('reach.withdrawn')}</th><th scope="col" class="number">${t('reach.unknown')}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row"><label class="row"><input type="checkbox" .checked=${!choice.off.includes(row.channel)} @change=${() => approach.toggle(row.channel)} />${channelName(catalogue, row.channel)}</label></th>
        <td>${mover(host, {order: choice.order, item: row.channel, name: channelName(catalogue, row.channel), moved: (order) => approach.choose({...choice, order})})}</td>
        <td class="number"><b>${count(row.reachable, locale)}</b> <span class="muted small">${share(row.share, locale)}</span></td>
        <td class="number">${count(row.consented, locale)}</td><td class="number">${count(row.withdrawn, locale)}</td><td class="number">${count(row.unknown, locale)}</td></tr>`)}</tbody></table></div>
    <p class="muted small legend">${t('reach.text')}</p></section>`;
}
