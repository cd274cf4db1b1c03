import {html, nothing} from '@clientele/ui';
import {day} from './numbers.js';
import {least} from './scales.js';

const TONES = {'low-data': 'info', suspended: 'warn'};

/** That nobody is graded at the moment, or that grading rests, in one word. @param {import('./scales.js').Scale} scale @param {(key: string) => string} t */
export function state(scale, t) {
  return scale.status === 'ok' ? nothing : html`<cl-pill tone=${TONES[scale.status]} icon=${scale.status === 'suspended' ? 'circle-alert' : 'info'}>${t(`grade.state.${scale.status}`)}</cl-pill>`;
}

/** The same in plain words, with what can be done. @param {import('./scales.js').Scale} scale @param {(key: string, values?: Record<string, unknown>) => string} t @param {string} fact what the fact is called */
export function reason(scale, t, fact) {
  return scale.status === 'ok' ? nothing : html`<p class="notes" role="note">${t(`grade.${scale.status}.text`, {fact, least: least(scale)})}</p>`;
}

/** When everybody was graded; nothing while nobody is. @param {import('./scales.js').Scale} scale @param {(key: string, values?: Record<string, unknown>) => string} t @param {string} locale */
export function graded({gradedAt, status}, t, locale) {
  return gradedAt && status !== 'low-data' ? t('grades.gradedAt', {day: day(gradedAt, locale)}) : '';
}
