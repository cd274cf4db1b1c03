import {rebased} from '@clientele/ui';

/** What the parts of things are called where somebody else changed them, by the keys of texts. @type {Record<string, string>} */
const NAMES = {
  name: 'segment.name', purpose: 'segment.purpose', owner: 'segment.owner', validFrom: 'segment.validFrom', validUntil: 'segment.validUntil', filter: 'conflict.filter',
  rules: 'class.order', pieces: 'content.what', fact: 'grade.fact', method: 'grade.method', margin: 'grade.margin', bands: 'conflict.bands', negative: 'conflict.negative',
  x: 'matrix.x', y: 'matrix.y', money: 'matrix.money', texts: 'conflict.texts',
  currency: 'rfm.currency', scoring: 'rfm.scoring', classes: 'rfm.classes', windowDays: 'rfm.window', weights: 'conflict.weights', thresholds: 'conflict.thresholds', countZeroAmountDays: 'rfm.zero',
};

/**
 * A draft of a thing that somebody else changed meanwhile, put on top of their change, and what is to be said of it.
 *
 * @param {{typed: any, before: any, now: any}} versions @param {(key: string, values?: Record<string, unknown>) => string} t
 */
export function overtaken(versions, t) {
  const {value, theirs, both} = rebased(versions, Object.keys(NAMES));
  const named = (/** @type {string[]} */ names) => names.map((name) => t(NAMES[name])).join(', ');
  const said = [
    theirs.length ? t('conflict.changed', {fields: named(theirs)}) : t('conflict.saved'),
    both.length ? t('conflict.both', {fields: named(both)}) : '',
    t('conflict.again'),
  ];
  return {draft: value, problem: {detail: said.filter(Boolean).join(' ')}};
}
