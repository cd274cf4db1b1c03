import {codeName, html, nothing} from '@clientele/ui';

const ICONS = {email: 'mail', phone: 'phone', web: 'globe', postal: 'map-pin'};
const SCHEMES = {email: 'mailto:', phone: 'tel:', web: '', postal: undefined};

/**
 * Who a customer is and how to reach them.
 *
 * @param {import('./shapes.js').Customer} customer @param {import('./people.js').People} people @param {import('@clientele/ui').Say} t
 */
export function about(customer, people, t) {
  const {locale} = people.context;
  const known = /** @type {[string, string | null | undefined][]} */ ([
    ['kind', t(`kind.${customer.kind}`)],
    ['owner', people.user(customer.owner)],
    ['team', people.team(customer.team)],
    ['language', customer.language && codeName('language', customer.language, locale)],
    ['timeZone', customer.timeZone],
    ...customer.identifiers.map((each) => [each.source, each.id]),
  ]).filter(([, value]) => value);
  return html`<section class="card"><h2>${t('customer.about')}</h2>
    ${customer.contactPoints.length ? html`<ul class="plain points">${customer.contactPoints.map((point) => line(point, locale))}</ul>` : nothing}
    <dl>${known.map(([name, value]) => html`<dt>${['kind', 'owner', 'team', 'language', 'timeZone'].includes(name) ? t(`field.${name}`) : name}</dt><dd>${value}</dd>`)}</dl>
    ${customer.tags.length ? html`<div class="tags">${customer.tags.map((tag) => html`<cl-pill>${tag}</cl-pill> `)}</div>` : nothing}</section>`;
}

/** One way to reach somebody. @param {import('./shapes.js').ContactPoint} point @param {string} locale */
function line(point, locale) {
  const country = point.country && codeName('region', point.country, locale);
  const text = point.kind === 'postal' ? [point.street, point.postalCode, point.city, point.region, country].filter(Boolean).join(', ') : (point.value ?? '');
  const scheme = SCHEMES[point.kind];
  const safe = point.kind !== 'web' || /^https?:\/\//i.test(text);
  const link = scheme === undefined || !safe ? text : html`<a href=${scheme + text} rel="noopener noreferrer" target=${point.kind === 'web' ? '_blank' : nothing}>${text}</a>`;
  return html`<li class="row"><cl-icon name=${ICONS[point.kind]}></cl-icon><span class="value">${link}</span>${point.label ? html`<span class="muted small">${point.label}</span>` : nothing}</li>`;
}
