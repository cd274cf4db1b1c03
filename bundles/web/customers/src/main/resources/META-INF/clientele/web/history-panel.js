import {html, nothing} from '@clientele/ui';
import {historyEntries} from './history-entries.js';

/** Who changed what of a customer. @param {import('./customer-view.js').CustomerView} view @param {import('./shapes.js').Customer} customer */
export function historyPanel(view, customer) {
  const {history, host} = view;
  return html`${history.problem ? html`<cl-error .problem=${history.problem} @retry=${() => history.begin()}></cl-error>` : nothing}
    <cl-timeline name=${host.t('tab.history')} level="2" .entries=${entries(view, customer)} ?more=${Boolean(history.next)} ?busy=${history.busy} @cl-more=${() => history.more()}></cl-timeline>`;
}

/**
 * What is known of changes; an import leaves no entry of its own, but the customer knows since when it is here.
 *
 * @param {import('./customer-view.js').CustomerView} view @param {import('./shapes.js').Customer} customer @returns {import('@clientele/ui').Entry[]}
 */
function entries({history, host, people}, customer) {
  const known = historyEntries(history.items, host, people);
  const begun = history.items.some((each) => each.action === 'registry.CustomerAdded');
  return begun || history.next || !history.read
    ? known
    : [...known, {id: 'created', at: customer.createdAt, icon: 'upload', title: host.t('history.imported')}];
}
