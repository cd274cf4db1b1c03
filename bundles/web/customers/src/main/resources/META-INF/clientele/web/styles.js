import {css} from '@clientele/ui';

/** How the screens of customers look. */
export const styles = css`
  :host { display: flex; flex-direction: column; min-height: 0; height: 100%; position: relative; }
  cl-page { flex: 1; min-height: 0; }
  h2 { font-size: var(--cl-font-size); font-weight: 600; margin: 0 0 8px; }
  .space { flex: 1; }
  .bars { display: grid; }
  .filters { display: flex; align-items: center; gap: 6px; padding: 6px 12px; flex-wrap: wrap; }
  cl-tabs { padding: 0 4px; }
  cl-filter { flex: 1 1 260px; }
  .search { position: relative; display: flex; align-items: center; }
  .search cl-icon { position: absolute; left: 9px; color: var(--cl-muted); pointer-events: none; }
  .search input { padding: 4px 30px; width: 210px; }
  .search kbd { position: absolute; right: 8px; pointer-events: none; }
  .search:focus-within kbd { display: none; }
  .news { position: absolute; z-index: 5; top: 8px; left: 50%; transform: translateX(-50%); border-radius: 16px; box-shadow: var(--cl-shadow); }
  .bulk { position: absolute; z-index: 6; bottom: 16px; left: 50%; transform: translateX(-50%); display: flex; align-items: center; gap: 4px; padding: 6px 6px 6px 14px; max-width: calc(100% - 24px); overflow-x: auto;
    background: var(--cl-raised); border: 1px solid var(--cl-border); border-radius: var(--cl-radius-large); box-shadow: var(--cl-shadow-large); white-space: nowrap; box-sizing: border-box; }
  .merging { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; min-height: 260px; align-content: start; }
  .merging fieldset { border: 1px solid var(--cl-border); border-radius: var(--cl-radius); padding: 6px 12px 10px; margin: 0; display: grid; gap: 4px; }
  .merging legend { color: var(--cl-muted); font-size: var(--cl-font-small); padding: 0 4px; }
  .merging h3, .merging p { margin: 0; }
  .merging li button { display: flex; gap: 8px; align-items: center; justify-content: flex-start; width: 100%; text-align: start; min-width: 0; }
  .first { flex-wrap: wrap; justify-content: center; }
  .narrow { max-width: 720px; margin: 0 auto; }
  .columns { border: 0; padding: 0; margin: 0; display: grid; gap: 2px; }
  fieldset.columns { max-height: 34vh; overflow: auto; margin-top: 12px; }
  .columns label { font-weight: 400; min-height: 28px; }
  .columns .icon { min-height: 26px; }
  .customer { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 20px; align-items: start; }
  .main, .side { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; min-width: 0; }
  .kpis { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 10px; }
  .panel { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; min-width: 0; }
  .composer { border: 1px solid var(--cl-border); border-radius: var(--cl-radius-large); background: var(--cl-raised); padding: 8px; display: grid; gap: 6px; }
  .composer:focus-within { border-color: var(--cl-border-strong); }
  .composer textarea { border-color: transparent; background: transparent; width: 100%; min-height: 48px; }
  .composer .foot { flex-wrap: wrap; }
  .composer .foot input { max-width: 210px; }
  .kinds { display: flex; gap: 2px; flex-wrap: wrap; }
  .kinds [aria-checked='true'] { background: var(--cl-selected); color: var(--cl-accent-text); }
  .fault { color: var(--cl-bad-text); font-size: var(--cl-font-small); }
  .plain { list-style: none; padding: 0; margin: 0; display: grid; gap: 4px; }
  .plain li { min-height: 28px; min-width: 0; }
  .points .value { overflow-wrap: anywhere; min-width: 0; }
  .points cl-icon { color: var(--cl-muted); flex: none; }
  dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 14px; margin: 10px 0 0; }
  dt { color: var(--cl-muted); }
  dd { margin: 0; overflow-wrap: anywhere; }
  .tags { margin-top: 10px; display: flex; flex-wrap: wrap; gap: 4px; }
  .relate { flex-wrap: wrap; margin-top: 8px; }
  .relate input { flex: 1 1 100%; min-width: 0; }
  :is(.relate-open, .consent-open) { justify-self: start; margin: 4px 0 0 -12px; color: var(--cl-muted); }
  td, th { white-space: nowrap; }
  td.products { white-space: normal; min-width: 160px; }
  .change { display: block; }
  .change > span { color: var(--cl-muted); margin-right: 6px; }
  .change ins { text-decoration: none; font-weight: 500; }
  .change del { color: var(--cl-muted); }
  .drop { display: grid; gap: 10px; justify-items: center; padding: 36px 20px; border: 1.5px dashed var(--cl-border-strong); border-radius: var(--cl-radius-large); text-align: center; cursor: pointer; background: var(--cl-surface); }
  .drop.over { border-color: var(--cl-accent); background: var(--cl-selected); }
  .drop:focus-within { outline: 2px solid var(--cl-focus); outline-offset: 2px; }
  .drop input { position: absolute; opacity: 0; width: 1px; height: 1px; }
  .steps { display: flex; gap: 6px; align-items: center; list-style: none; padding: 0; margin: 0 0 16px; color: var(--cl-muted); flex-wrap: wrap; }
  .steps [aria-current] { color: var(--cl-text); font-weight: 600; }
  .settings { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; align-items: end; }
  .settings > * { min-width: 0; }
  .settings :is(select, input:not([type='checkbox'])) { width: 100%; min-width: 0; box-sizing: border-box; }
  .form-width { max-width: 1000px; margin: 0 auto; display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .mapping select { width: 100%; min-width: 150px; }
  .mapping td { white-space: nowrap; max-width: 220px; overflow: hidden; text-overflow: ellipsis; }
  .actions { display: flex; gap: 8px; justify-content: flex-end; flex-wrap: wrap; }
  .notes { background: var(--cl-warn-fill); color: var(--cl-warn-text); border-radius: var(--cl-radius); padding: 8px 12px; margin: 0; padding-inline-start: 28px; }
  .phone { display: none; }
  .consents li { flex-wrap: wrap; }
  .consents li.past { color: var(--cl-muted); }
  @media (max-width: 900px) { .customer { grid-template-columns: minmax(0, 1fr); } }
  @media (max-width: 720px) {
    .button.wide, kbd.wide { display: none; }
    .phone { display: inline-block; }
    span.wide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .search input { width: 120px; padding-right: 9px; }
    .filters { padding: 6px 10px; }
    .bulk { left: 8px; right: 8px; transform: none; max-width: none; bottom: 8px; }
    .kpis { grid-template-columns: 1fr 1fr; }
  }
  @media print {
    .composer, .relate, .bulk { display: none; }
    .filters { padding: 6px 0; }
    cl-tabs { padding: 0; }
    .kpis { grid-template-columns: repeat(4, 1fr); }
    .card { break-inside: avoid; }
  }
`;
