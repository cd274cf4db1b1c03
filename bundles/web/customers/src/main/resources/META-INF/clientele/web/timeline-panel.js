import {html, nothing} from '@clientele/ui';
import {inWords} from './codes.js';
import {KINDS} from './composer.js';

/** @typedef {import('./customer-view.js').CustomerView} CustomerView */

/** @type {Record<string, string>} */
const ICONS = {note: 'file-text', call: 'phone', message: 'mail', meeting: 'users', visit: 'map-pin', task: 'square-check'};

/** What happened between a customer and the firm, and where to note more. @param {CustomerView} view */
export function timelinePanel(view) {
  const {host, timeline} = view;
  return html`${host.context.can('customers:write') ? view.composer.render() : nothing}
    ${timeline.problem ? html`<cl-error .problem=${timeline.problem} @retry=${() => timeline.begin()}></cl-error>` : nothing}
    ${timeline.read && !timeline.items.length && !timeline.problem
      ? html`<cl-empty icon="message-square" heading=${host.t('timeline.none')}>${host.t('timeline.none.text')}</cl-empty>`
      : html`<cl-timeline name=${host.t('tab.timeline')} level="2" .entries=${timeline.items.map((each) => entry(each, view))} ?more=${Boolean(timeline.next)} ?busy=${timeline.busy} @cl-more=${() => timeline.more()}></cl-timeline>`}`;
}

/** @param {import('./shapes.js').Interaction} each @param {CustomerView} view @returns {import('@clientele/ui').Entry} */
function entry(each, {host, people}) {
  const noted = KINDS.find((kind) => kind.kind === each.kind);
  const direction = each.direction === 'none' ? '' : host.t(`direction.${each.direction}`);
  const meta = [direction, each.channel && inWords('way', each.channel, host.context.locale), ...each.people].filter(Boolean).join(' · ');
  return {
    id: each.id, at: each.occurredAt, icon: noted?.icon ?? ICONS[each.kind], title: each.outcome || host.t(`interaction.${each.kind}`),
    by: people.user(each.recordedBy), text: each.text ?? undefined, meta,
  };
}
