import {dateFormat, html, nothing, numberFormat} from '@clientele/ui';
import {written} from './written.js';

/** @typedef {import('./shapes.js').Purchase} Purchase */

const MONTHS = 12;

/** What a customer bought: a plot of the last months and the purchases themselves. @param {import('./pages.js').Pages<Purchase>} pages @param {import('@clientele/ui').Screen} host */
export function purchasesPanel(pages, host) {
  /** @type {import('@clientele/ui').Say} */
  const t = (key, values) => host.t(key, values);
  if (!pages.read) {
    return html`<cl-skeleton rows="4"></cl-skeleton>`;
  }
  if (!pages.items.length) {
    return html`<cl-empty icon="shopping-cart" heading=${t('purchases.none')}>${t('purchases.none.text')}</cl-empty>`;
  }
  const {locale} = host.context;
  const currency = usual(pages.items);
  const money = (/** @type {number} */ amount, /** @type {string} */ code) => numberFormat(locale, {style: 'currency', currency: code}).format(amount);
  return html`
    <cl-chart kind="bar" height="150" name=${t('purchases.plot', {currency})} .format=${(/** @type {number} */ value) => money(value, currency)}
      xName=${t('purchases.month')} yName=${t('purchases.amount')} .series=${[{name: currency, points: months(pages.items, currency, locale)}]}></cl-chart>
    <table class="stacked purchases">
      <thead><tr><th scope="col">${t('purchases.date')}</th><th scope="col">${t('purchases.products')}</th><th scope="col">${t('purchases.reference')}</th><th scope="col" class="number">${t('purchases.amount')}</th></tr></thead>
      <tbody>${pages.items.map((each) => html`<tr>
        <td class="date">${written('date', each.purchasedOn, locale)}</td>
        <td class="products">${each.lines.map((line) => `${written('number', line.quantity, locale)} × ${line.product}`).join(', ')}
          ${each.returnOf || each.amount < 0 ? html`<cl-pill tone="warn">${t('purchases.return')}</cl-pill>` : nothing}
          ${each.returned ? html`<cl-pill>${t('purchases.returned')}</cl-pill>` : nothing}</td>
        <td class="reference muted" data-label=${t('purchases.reference')}>${reference(each)}</td>
        <td class="number">${money(each.amount, each.currency)}</td></tr>`)}</tbody>
    </table>
    ${pages.next ? html`<button aria-disabled=${pages.busy} @click=${() => pages.more()}>${t('more')}</button>` : nothing}`;
}

/** The name of a purchase elsewhere; one that an import made up of the row's content says nothing to people. @param {Purchase} purchase */
function reference({externalId}) {
  return !externalId || /^row-[0-9a-f]{16}/.test(externalId) ? nothing : externalId;
}

/** The currency of most of them. @param {Purchase[]} items */
function usual(items) {
  const counts = /** @type {Map<string, number>} */ (new Map());
  items.forEach(({currency}) => counts.set(currency, (counts.get(currency) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

/** The sums of the last months that have any, up to the newest purchase. @param {Pick<Purchase, 'purchasedOn' | 'amount' | 'currency'>[]} items @param {string} currency @param {string} locale */
export function months(items, currency, locale) {
  const sums = /** @type {Map<string, number>} */ (new Map());
  items.filter((each) => each.currency === currency).forEach(({purchasedOn, amount}) => {
    const month = purchasedOn.slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0) + Number(amount));
  });
  const last = [...sums.keys()].sort().at(-1) ?? '';
  const [year, month] = last.split('-').map(Number);
  const format = dateFormat(locale, {month: 'short', year: '2-digit', timeZone: 'UTC'});
  return Array.from({length: MONTHS}, (_, i) => {
    const date = new Date(Date.UTC(year, month - MONTHS + i, 1));
    return {x: format.format(date), y: sums.get(date.toISOString().slice(0, 7)) ?? 0};
  });
}
