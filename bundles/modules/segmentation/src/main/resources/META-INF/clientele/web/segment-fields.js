/** @typedef {{key?: string, name?: string, kind?: string, filter?: string | null, purpose?: string, owner?: string | null, validFrom?: string | null, validUntil?: string | null}} Draft */

/** What a segment is described with. @param {(key: string) => string} t @param {import('./catalogue.js').Catalogue} catalogue @param {boolean} isNew */
export function segmentFields(t, catalogue, isNew) {
  return [
    {pointer: '/name', label: t('segment.name'), required: true, width: 'wide'},
    {pointer: '/purpose', label: t('segment.purpose'), kind: 'area', rows: 2, placeholder: t('segment.purpose.hint')},
    ...(isNew ? [{pointer: '/key', label: t('segment.key'), required: true, hint: t('segment.key.hint')}] : []),
    {pointer: '/owner', label: t('segment.owner'), kind: 'select', options: catalogue.userOptions},
    {pointer: '/validFrom', label: t('segment.validFrom'), kind: 'date'},
    {pointer: '/validUntil', label: t('segment.validUntil'), kind: 'date'},
  ];
}

/** A draft as it is sent: a list has no rule. @param {Draft} draft */
export function sent({key, name, kind, filter, purpose, owner, validFrom, validUntil}) {
  return {key, name, kind, filter: kind === 'list' ? undefined : filter || undefined, purpose, owner, validFrom, validUntil};
}

/** What is wrong with the rule, and what with the rest. @param {any} problem */
export function parted(problem) {
  const ofRule = (problem?.errors ?? []).filter((/** @type {any} */ each) => each.pointer === '/filter');
  const others = (problem?.errors ?? []).filter((/** @type {any} */ each) => each.pointer !== '/filter');
  return {
    rule: ofRule.length ? {errors: ofRule} : undefined,
    form: !problem || (ofRule.length && !others.length) ? undefined : {detail: problem.detail ?? problem.message, errors: others},
  };
}
