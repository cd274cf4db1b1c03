import {html, nothing} from '@clientele/ui';
import {moment, table} from './parts.js';

/** @typedef {import('./webhooks.js').default} WebhooksPage */

/** What waits for a webhook, or was given up. @param {WebhooksPage} page @param {import('./shapes.js').Webhook} webhook */
export function deliveryList(page, webhook) {
  return html`
    <div class="body">
      <p class="muted">${webhook.url}</p>
      ${webhook.disabledBecause
        ? html`<p class="banner bad"><cl-icon name="triangle-alert"></cl-icon><span>${webhook.disabledBecause}</span></p>`
        : nothing}
      ${webhook.replayFrom
        ? html`<p class="banner"><cl-icon name="repeat"></cl-icon><span>${page.t('replay.running')} ${moment(page, webhook.replayFrom)}</span></p>`
        : nothing}
      ${page.deliveries.length
        ? rows(page)
        : html`<cl-empty icon="circle-check" heading=${page.t('deliveries.none')}>${page.t('deliveries.none.text')}</cl-empty>`}
    </div>
  `;
}

/** @param {WebhooksPage} page */
function rows(page) {
  return table(
    page.t('deliveries.title'),
    [
      {label: page.t('event'), cell: (each) => `${each.type} ${each.sequence}`},
      {label: page.t('queued'), cell: (each) => moment(page, each.queuedAt)},
      {label: page.t('attempts'), cell: (each) => String(each.attempts), number: true},
      {label: page.t('next'), cell: (each) => (each.nextAt ? moment(page, each.nextAt) : html`<cl-pill tone="bad">${page.t('givenUp')}</cl-pill>`)},
      {label: page.t('outcome'), cell: (each) => each.outcome ?? nothing},
    ],
    page.deliveries,
  );
}
