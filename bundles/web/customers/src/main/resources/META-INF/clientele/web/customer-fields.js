import {STATUSES} from './columns.js';

/** @typedef {import('@clientele/ui').Field} Field */
/** @typedef {Partial<import('./shapes.js').Profile>} Filled what a form holds so far */

const KINDS = ['person', 'organisation'];
const POINTS = ['email', 'phone', 'web', 'postal'];
const POSTAL = ['street', 'postalCode', 'city', 'region', 'country'];

/** The fields of a customer's form. @param {import('@clientele/ui').Say} t @param {import('./people.js').People} people @returns {Field[]} */
export function customerFields(t, people) {
  const choice = (/** @type {string} */ prefix, /** @type {string[]} */ values) => values.map((value) => ({value, label: t(`${prefix}.${value}`)}));
  const postal = (/** @type {Record<string, unknown>} */ item) => item.kind === 'postal';
  return [
    {pointer: '/name', label: t('field.name'), required: true, width: 'wide', autocomplete: 'off'},
    {pointer: '/kind', label: t('field.kind'), kind: 'select', required: true, options: choice('kind', KINDS)},
    {pointer: '/status', label: t('field.status'), kind: 'select', required: true, options: choice('status', STATUSES)},
    {pointer: '/owner', label: t('field.owner'), kind: 'select', options: people.userOptions},
    {pointer: '/team', label: t('field.team'), kind: 'select', options: people.teamOptions},
    {
      pointer: '/contactPoints', label: t('field.contact'), kind: 'rows', add: t('field.contact.add'), blank: {kind: 'email'},
      fields: [
        {pointer: '/kind', label: t('field.contact.kind'), kind: 'select', required: true, options: choice('point', POINTS)},
        {pointer: '/value', label: t('field.contact.value'), placeholder: t('field.contact.value'), when: (item) => !postal(item)},
        ...POSTAL.map((name) => ({pointer: `/${name}`, label: t(`field.${name}`), placeholder: t(`field.${name}`), when: postal})),
        {pointer: '/label', label: t('field.contact.label'), placeholder: t('field.contact.label')},
      ],
    },
    {pointer: '/tags', label: t('field.tags'), kind: 'tags', hint: t('tags.hint')},
    {pointer: '/language', label: t('field.language'), placeholder: 'zh-Hans'},
    {pointer: '/timeZone', label: t('field.timeZone'), placeholder: 'Asia/Shanghai'},
    {
      pointer: '/identifiers', label: t('field.identifiers'), kind: 'rows', add: t('field.identifiers.add'), blank: {source: '', id: ''},
      fields: [
        {pointer: '/source', label: t('field.identifiers.source'), placeholder: t('field.identifiers.source')},
        {pointer: '/id', label: t('field.identifiers.id'), placeholder: t('field.identifiers.id')},
      ],
    },
  ];
}

/** What of a form is sent: points without their blank parts, and none that are blank. @template {Filled} T @param {T} value */
export function sent(value) {
  const points = (value.contactPoints ?? []).map((point) => {
    const known = Object.fromEntries(Object.entries(point).filter(([, part]) => part !== undefined && part !== ''));
    return known;
  });
  const identifiers = (value.identifiers ?? []).filter((each) => each.source || each.id);
  return {...value, contactPoints: points, identifiers};
}
