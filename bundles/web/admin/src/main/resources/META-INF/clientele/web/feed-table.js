import {html, nothing} from '@clientele/ui';
import {moment, table} from './parts.js';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */

const ROOT = '/api/v1/feeds';
const TONES = {running: 'info', waiting: 'good', hung: 'bad', absent: 'warn'};

/** How far readers of events are. @param {AdminScreen} page @param {import('./shapes.js').Feed[]} feeds */
export function feedTable(page, feeds) {
  return table(
    page.t('feeds.title'),
    [
      {label: page.t('feed'), cell: (each) => each.name},
      {label: page.t('module'), cell: (each) => html`<code>${each.module}</code>`},
      {label: page.t('state'), cell: (each) => html`<cl-pill tone=${TONES[each.state]}>${page.t(`feed.${each.state}`)}</cl-pill>`},
      {label: page.t('lag'), cell: (each) => each.lag.toLocaleString(page.context.locale), number: true},
      {label: page.t('oldest'), cell: (each) => moment(page, each.oldest)},
      {label: page.t('rate'), cell: (each) => each.rate.toLocaleString(page.context.locale, {maximumFractionDigits: 1}), number: true},
      {label: page.t('parked'), cell: (each) => parkedLink(page, each), number: true},
      {label: '', cell: (each) => forgetButton(page, each), buttons: true},
    ],
    feeds,
  );
}

/** @param {AdminScreen} page @param {import('./shapes.js').Feed} feed */
function parkedLink(page, {name, parked}) {
  return parked
    ? html`<a href="/app/admin/feeds/${encodeURIComponent(name)}" aria-label=${page.t('parked.show', {n: parked, name})}>${parked}</a>`
    : '0';
}

/** @param {AdminScreen} page @param {import('./shapes.js').Feed} feed */
function forgetButton(page, {name, state}) {
  const forget = () => page.perform(page.t('forgotten', {name}), () => page.context.api.del(`${ROOT}/${encodeURIComponent(name)}`));
  return state === 'absent'
    ? html`<button class="danger" aria-label=${`${page.t('forget')} ${name}`} @click=${forget}>${page.t('forget')}</button>`
    : nothing;
}
