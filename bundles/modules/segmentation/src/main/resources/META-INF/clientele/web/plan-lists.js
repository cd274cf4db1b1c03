import {html, nothing} from '@clientele/ui';
import {channelName, windowOf} from './channels.js';

/** @typedef {{customer: string, name: string, channel: string, contact?: string | null, channels: string[], from: string, until: string, timeZone: string, timeZoneKnown: boolean, preferred: boolean, content?: {key: string, title: string} | null, why?: string | null}} Planned */
/** @typedef {{customer: string, name: string, reasons: {channel: string, reason: string}[]}} LeftOut */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Say */

/** A table of customers, the name first, which on a phone is a list. @param {string} name @param {string[]} heads @param {unknown} rows */
function table(name, heads, rows) {
  return html`<table class="folding"><caption class="hidden-text">${name}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** @param {{customer: string, name: string}} row */
function customer({customer: id, name}) {
  return html`<th scope="row"><a href="/app/customers/${id}">${name}</a></th>`;
}

/**
 * Whom to approach, by which channel, when, and with what if there is something to say.
 *
 * @param {import('./catalogue.js').Catalogue} catalogue @param {Say} t @param {{rows: Planned[], contents: object[]}} found
 */
export function planned(catalogue, t, {rows, contents}) {
  const {locale} = catalogue.host.context;
  const also = (/** @type {Planned} */ row) => row.channels.filter((channel) => channel !== row.channel).map((channel) => channelName(catalogue, channel));
  return table(t('approach.tab.plan'), [t('members.name'), t('reach.channel'), t('plan.contact'), t('plan.window'), ...(contents.length ? [t('plan.content')] : [])], rows.map((row) => html`<tr>${customer(row)}
    <td><span class="row wrap"><cl-pill tone="accent">${channelName(catalogue, row.channel)}</cl-pill>${row.preferred ? html`<cl-pill tone="good" icon="heart">${t('plan.preferred')}</cl-pill>` : nothing}
      ${also(row).length ? html`<span class="muted small">${t('plan.also', {channels: also(row).join(t('clusters.comma'))})}</span>` : nothing}</span></td>
    <td class="contact">${row.contact ?? ''}</td><td>${windowOf(row, locale)}<span class="note muted small">${row.timeZoneKnown ? row.timeZone : t('plan.zone.unknown')}</span></td>
    ${contents.length ? html`<td>${said(t, row)}</td>` : nothing}</tr>`));
}

/** What is said to a customer, and why this. @param {Say} t @param {Planned} row */
function said(t, {content, why}) {
  return content
    ? html`${content.title}<span class="note muted small">${why ? t('plan.why', {tag: why}) : t('content.everybody')}</span>`
    : html`<cl-pill tone="warn">${t('plan.nothing')}</cl-pill>`;
}

/** Whom not to approach, and for each channel why. @param {import('./catalogue.js').Catalogue} catalogue @param {Say} t @param {LeftOut[]} rows */
export function leftOut(catalogue, t, rows) {
  return table(t('approach.tab.left'), [t('members.name'), t('left.why')], rows.map((row) => html`<tr>${customer(row)}
    <td><span class="row wrap">${row.reasons.map(({channel, reason}) => html`<cl-pill tone=${reason === 'withdrawn' ? 'bad' : 'neutral'}>${t('left.reason', {channel: channelName(catalogue, channel), reason: t(`left.${reason}`)})}</cl-pill>`)}</span></td></tr>`));
}
