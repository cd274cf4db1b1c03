import {html} from '@clientele/ui';
import {told} from './handlers.js';
import {turn} from './turning.js';

const TABS = ['grid', 'clusters', 'settings'];

/** The page around a part of RFM. @param {import('@clientele/ui').Screen} host @param {string} tab @param {{actions?: unknown, note?: string, body: unknown}} shown */
export function frame(host, tab, {actions, note, body}) {
  const t = (/** @type {string} */ key) => host.t(key);
  return html`<cl-page heading=${t('rfm.title')} note=${note ?? ''}>
    <div slot="actions" class="row">${actions}</div>
    <div slot="bar"><cl-tabs label=${t('rfm.tabs')} selected=${tab} .tabs=${TABS.map((key) => ({key, label: t(`rfm.tab.${key}`)}))}
      @select=${told((key) => turn(host, key === 'grid' ? '' : key))}></cl-tabs></div>
    ${body}
  </cl-page>`;
}
