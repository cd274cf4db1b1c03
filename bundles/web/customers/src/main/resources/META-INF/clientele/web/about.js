import {html, nothing} from '@clientele/ui';

/** Who a customer is and how to reach them. @param {any} customer @param {any} people @param {(key: string) => string} t */
export function about(customer, people, t) {
  const known = [
    ['kind', t(`kind.${customer.kind}`)],
    ['owner', people.user(customer.owner)],
    ['team', people.team(customer.team)],
    ['language', customer.language],
    ['timeZone', customer.timeZone],
    ...(customer.identifiers ?? []).map((each) => [each.source, each.id]),
  ].filter(([, value]) => value);
  return html`<section class="card"><h2>${t('customer.about')}</h2>
    ${customer.contactPoints?.length ? html`<ul class="plain points">${customer.contactPoints.map((point) => line(point))}</ul>` : nothing}
    <dl>${known.map(([name, value]) => html`<dt>${['kind', 'owner', 'team', 'language', 'timeZone'].includes(name) ? t(`field.${name}`) : name}</dt><dd>${value}</dd>`)}</dl>
    ${customer.tags?.length ? html`<div class="tags">${customer.tags.map((tag) => html`<cl-pill>${tag}</cl-pill> `)}</div>` : nothing}</section>`;
}

/** One way to reach somebody. @param {any} point */
function line(point) {
  const icon = {email: 'mail', phone: 'phone', web: 'globe', postal: 'map-pin'}[point.kind];
  const text = point.kind === 'postal' ? [point.street, point.postalCode, point.city, point.region, point.country].filter(Boolean).join(', ') : point.value;
  const scheme = {email: 'mailto:', phone: 'tel:', web: ''}[point.kind];
  const safe = point.kind !== 'web' || /^https?:\/\//i.test(text);
  const link = scheme === undefined || !safe ? text : html`<a href=${scheme + text} rel="noopener noreferrer" target=${point.kind === 'web' ? '_blank' : nothing}>${text}</a>`;
  return html`<li class="row"><cl-icon name=${icon}></cl-icon><span class="value">${link}</span>${point.label ? html`<span class="muted small">${point.label}</span>` : nothing}</li>`;
}
