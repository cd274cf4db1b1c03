import {html} from '@clientele/ui';
import {field, formDialog} from './parts.js';

/** @typedef {import('./webhooks.js').default} WebhooksPage */
/** @typedef {import('./shapes.js').Webhook} Webhook */

const ROOT = '/api/v1/webhooks';

/** A new webhook, or one that is there. @param {WebhooksPage} page @param {Webhook} [webhook] */
export function webhookDialog(page, webhook) {
  const types = webhook ? webhook.types.join('\n') : '';
  return formDialog(page, {
    heading: page.t(webhook ? 'webhook.edit' : 'webhook.new'),
    button: page.t(webhook ? 'save' : 'add'),
    body: html`
      ${field(
        page.t('address'),
        html`<input name="url" type="url" required maxlength="2000" placeholder="https://" .value=${webhook?.url ?? ''} />`,
        page.wrong('/url'),
        page.t('address.hint'),
      )}
      ${field(page.t('types'), html`<textarea name="types" rows="3" .value=${types}></textarea>`, page.wrong('/types'), page.t('types.hint'))}
      <label class="choice"><input type="checkbox" name="enabled" ?checked=${webhook?.enabled ?? true} /><span>${page.t('enabled')}</span></label>
    `,
    send: (form) => save(page, webhook, form),
  });
}

/** @param {WebhooksPage} page @param {Webhook | undefined} webhook @param {FormData} form */
async function save(page, webhook, form) {
  const {api} = page.context;
  const types = String(form.get('types')).split(/[\s,]+/).filter(Boolean);
  const body = {url: form.get('url'), types, enabled: form.has('enabled')};
  await page.act(async () => {
    if (webhook) {
      await api.put(`${ROOT}/${webhook.id}`, {ifMatch: `"${webhook.version}"`, body});
      page.answered();
      page.context.notify({kind: 'good', text: page.t('webhook.saved')});
    } else {
      const {body: added} = await api.post(ROOT, {body});
      page.ask('secret', {secret: added.secret});
    }
  });
  page.load();
}

/** Since when to send once more. @param {WebhooksPage} page @param {Webhook} webhook */
export function replayDialog(page, webhook) {
  return formDialog(page, {
    heading: page.t('replay.title'),
    button: page.t('replay'),
    body: html`
      <p>${page.t('replay.text')}</p>
      ${field(page.t('replay.from'), html`<input name="from" type="datetime-local" required />`, page.wrong('/from'))}
    `,
    send: async (form) => {
      const from = new Date(String(form.get('from'))).toISOString();
      if (await page.act(() => page.context.api.post(`${ROOT}/${webhook.id}/replay`, {body: {from}}))) {
        finish(page, page.t('replay.begun'));
      }
    },
  });
}

/** @param {WebhooksPage} page @param {Webhook} webhook */
export function removeDialog(page, webhook) {
  return formDialog(page, {
    heading: page.t('webhook.remove'),
    button: page.t('remove'),
    danger: true,
    body: html`<p>${page.t('webhook.remove.text', webhook)}</p>`,
    send: async () => {
      if (await page.act(() => page.context.api.del(`${ROOT}/${webhook.id}`))) {
        finish(page, page.t('webhook.removed'));
      }
    },
  });
}

/** @param {WebhooksPage} page @param {string} text */
function finish(page, text) {
  page.answered();
  page.context.notify({kind: 'good', text});
  page.load();
}
