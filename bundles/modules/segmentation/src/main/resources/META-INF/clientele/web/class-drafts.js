import {faultsIn} from './faults.js';
import {proposedKey} from './rules.js';

/**
 * @typedef {{key: string, name: string, filter?: string | null, segment: string, fact: string}} Rule
 * @typedef {{id: string, version: number, key: string, name: string, rules: Rule[]}} Classification
 * @typedef {{place: number, key: string, name: string, filter: string, named?: boolean}} RuleDraft `place` tells it from the others wherever it goes; `named` once it has a key of its own
 * @typedef {{version?: number, key?: string, name?: string, named?: boolean, rules: RuleDraft[]}} ClassDraft
 */

/** The server allows no more. */
export const MOST_RULES = 12;
const LONGEST_KEY = 19;

/** @param {Classification} classification @returns {ClassDraft} */
export function draftOf({version, key, name, rules}) {
  return {version, key, name, named: true, rules: rules.map((rule, place) => ({place, key: rule.key, name: rule.name, filter: rule.filter ?? '', named: true}))};
}

/** Two classes to begin with, and all others. @param {(key: string) => string} t @returns {ClassDraft} */
export function firstDraft(t) {
  const named = ['first', 'second', 'rest'].map((key, place) => ({place, key: '', name: t(`class.begin.${key}`), filter: ''}));
  return withKeys({rules: named});
}

/** A rule more, before the last, which takes all others. @param {ClassDraft} draft @returns {ClassDraft} */
export function withAnother(draft) {
  const place = Math.max(...draft.rules.map((rule) => rule.place)) + 1;
  return {...draft, rules: draft.rules.toSpliced(-1, 0, {place, key: '', name: '', filter: ''})};
}

/** The same with keys that follow from the names, where nobody has written another. @param {ClassDraft} draft @returns {ClassDraft} */
export function withKeys(draft) {
  const taken = draft.rules.filter((rule) => rule.named).map((rule) => rule.key);
  const rules = draft.rules.map((rule) => {
    if (rule.named || !rule.name) {
      return rule;
    }
    const key = proposedKey(rule.name, taken, 'class', LONGEST_KEY);
    taken.push(key);
    return {...rule, key};
  });
  return {...draft, rules, key: draft.named || !draft.name ? draft.key : proposedKey(draft.name, [], 'class', LONGEST_KEY)};
}

/** A draft as it is sent; the last rule takes everybody who is left. @param {ClassDraft} draft */
export function sentClasses({key, name, rules}) {
  return {key, name, rules: rules.map((rule, at) => ({key: rule.key, name: rule.name, filter: at < rules.length - 1 ? rule.filter : undefined}))};
}

/** What is wrong with the rule at a place: with its filter, and with the rest of it. @param {any} problem @param {number} at */
export function faultsOf(problem, at) {
  const own = faultsIn(problem, `/rules/${at}`);
  const ofFilter = own.filter((each) => each.pointer.endsWith('/filter'));
  return {filter: ofFilter.length ? {errors: ofFilter} : undefined, others: own.filter((each) => !ofFilter.includes(each))};
}
