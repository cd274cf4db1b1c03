import {html, nothing} from '@clientele/ui';
import {loadExample} from './example.js';

/** What a system without customers offers. @param {import('./list-view.js').ListView} view @param {import('@clientele/ui').Say} t */
export function firstRun(view, t) {
  const {context, example} = view;
  const imports = context.can('customers:import');
  return html`<cl-page heading=${t('list.title')}>
    <cl-empty icon="users" heading=${t('first.title')}>${t('first.text')}
      <div slot="action" class="row first">
        ${imports ? html`<a class="button primary" href="/app/imports"><cl-icon name="upload"></cl-icon>${t('first.import')}</a>` : nothing}
        ${context.can('customers:write') ? html`<a class="button" href="/app/customers/new"><cl-icon name="user-plus"></cl-icon>${t('list.new')}</a>` : nothing}
        ${imports ? html`<button ?disabled=${Boolean(example)} @click=${() => load(view)}><cl-icon name="wand-sparkles"></cl-icon>${t('first.example')}</button>` : nothing}
      </div>
      ${example ? html`<cl-progress slot="action" value=${example.done} max=${example.all} label=${t(`first.loading.${example.kind}`)}></cl-progress>` : nothing}
    </cl-empty>
  </cl-page>`;
}

/** @param {import('./list-view.js').ListView} view */
async function load(view) {
  const {context, host} = view;
  try {
    await loadExample(context.api, (example) => {
      view.example = example;
      host.requestUpdate();
    });
    context.notify({kind: 'good', text: host.t('first.loaded')});
  } catch (problem) {
    context.notify({kind: 'bad', text: /** @type {Error} */ (problem).message});
  }
  view.example = undefined;
  view.refresh();
}
