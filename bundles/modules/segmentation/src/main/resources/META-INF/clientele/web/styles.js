import {css} from '@clientele/ui';
import {heatStyles} from './heat-styles.js';

/** How the screens of segmentation look. */
export const styles = [
  heatStyles,
  css`
  :host { display: flex; flex-direction: column; min-height: 0; height: 100%; position: relative; }
  cl-page { flex: 1; min-height: 0; }
  h2 { font-size: var(--cl-font-size); font-weight: 600; margin: 0 0 8px; }
  .space { flex: 1; }
  .wrap { flex-wrap: wrap; }
  .spaced { margin-bottom: 14px; }
  .apart { margin-top: 14px; }
  .padded { margin: 12px; }
  .search { position: relative; display: flex; align-items: center; }
  .search cl-icon { position: absolute; left: 9px; color: var(--cl-muted); pointer-events: none; }
  .search input { padding-left: 30px; width: 190px; }
  .form-width { max-width: 1000px; margin: 0 auto; display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .kinds { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
  .choice { flex: 1 1 280px; display: flex; gap: 10px; align-items: baseline; padding: 8px 12px; border: 1px solid var(--cl-border); border-radius: var(--cl-radius); cursor: pointer; font-weight: 400; }
  .choice:has(:checked) { border-color: var(--cl-accent); background: var(--cl-accent-fill); }
  .choice input { flex: none; position: relative; top: 2px; }
  .builder { display: grid; grid-template-columns: minmax(0, 1fr) 260px; gap: 14px; align-items: start; }
  .rule { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; align-content: start; overflow: visible; min-height: 100%; }
  .rule h2 { margin: 0; }
  .sets { display: grid; gap: 4px; padding-top: 10px; border-top: 1px solid var(--cl-border); }
  .set { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; min-height: 30px; }
  .set > .muted:first-child { min-width: 92px; }
  .text code { overflow-wrap: anywhere; color: var(--cl-muted); }
  .text .muted { margin-right: 4px; }
  .preview { display: grid; gap: 6px; align-content: start; min-height: 128px; }
  .preview h2 { margin: 0; color: var(--cl-muted); font-weight: 500; font-size: var(--cl-font-small); }
  .figure b { font-size: var(--cl-font-large); font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
  .plain { list-style: none; padding: 0; margin: 4px 0 0; display: grid; gap: 4px; }
  .plain li { min-width: 0; min-height: 24px; }
  .plain a { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .filters { display: flex; align-items: center; gap: 6px; padding: 8px 14px; flex-wrap: wrap; border-bottom: 1px solid var(--cl-border); }
  .filters cl-filter { flex: 1 1 260px; }
  cl-page[flush] .panel { height: 100%; display: flex; flex-direction: column; min-height: 0; }
  cl-page[flush] .notes { margin: 10px 14px; }
  cl-page[flush] cl-list { flex: 1; }
  .notes { background: var(--cl-warn-fill); color: var(--cl-warn-text); border-radius: var(--cl-radius); padding: 8px 12px; margin: 0 0 14px; }
  .bulk { position: absolute; z-index: 6; bottom: 16px; left: 50%; transform: translateX(-50%); display: flex; align-items: center; gap: 10px; padding: 6px 6px 6px 14px; max-width: calc(100% - 24px);
    background: var(--cl-raised); border: 1px solid var(--cl-border); border-radius: var(--cl-radius-large); box-shadow: var(--cl-shadow-large); white-space: nowrap; }
  .columns { border: 0; padding: 0; margin: 0; display: grid; gap: 8px; max-height: 60vh; overflow: auto; }
  .columns label { font-weight: 400; }
  .put-in { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; min-height: 340px; align-content: start; }
  .history { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; max-width: 1000px; margin: 0 auto; }
  .assessment { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; max-width: 1000px; margin: 0 auto; }
  .kpis { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; }
  .scrolled { overflow-x: auto; border-radius: 4px; }
  td, th { white-space: nowrap; padding: 0 8px; }
  tr > :first-child { padding-left: 0; }
  tr > :last-child { padding-right: 0; }
  .row > h2 { margin: 0; }
  .kpis, .chart { margin-top: 8px; }
  tbody th { color: var(--cl-text); font-size: inherit; }
  tbody tr:last-child > * { border-bottom: 0; }
  th.number { text-align: right; }
  .difference .number { display: inline-block; min-width: 62px; margin-right: 8px; }
  .deviation { width: 120px; height: 10px; vertical-align: middle; }
  .deviation .more { fill: var(--cl-series-1); }
  .deviation .less { fill: var(--cl-series-3); }
  .deviation .middle { fill: var(--cl-border-strong); }
  .aspects { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr)); gap: 1px; background: var(--cl-border); border: 1px solid var(--cl-border); border-radius: var(--cl-radius); overflow: hidden; }
  .aspect { position: relative; background: var(--cl-raised); padding: 10px 40px 10px 12px; min-height: 76px; }
  .aspect button { position: absolute; top: 4px; right: 4px; color: var(--cl-muted); }
  .aspect p { overflow-wrap: anywhere; }
  .rules { display: grid; gap: 10px; list-style: none; margin: 0; padding: 0; }
  .rules > li { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; overflow: visible; }
  .pieces { margin: 0; padding: 0 0 0 22px; }
  .pieces li { padding: 6px 0; }
  .pieces p { margin: 2px 0 0; }
  .pieces summary { cursor: pointer; }
  .pieces details:not([open]) summary::after { content: '…'; }
  .piece + .piece { padding-top: 12px; border-top: 1px solid var(--cl-border); }
  .piece .name { flex: 1 1 180px; min-width: 0; }
  .piece label { font-weight: 400; }
  .piece .set { gap: 6px 14px; }
  .said .spaced { margin-top: 4px; }
  .rule-card .name { flex: 2 1 180px; min-width: 0; }
  .rule-card .key { flex: 1 1 100px; min-width: 0; max-width: 180px; font-family: var(--cl-font-mono); }
  .plain-cards { list-style: none; padding: 0; margin: 0; }
  .plain-cards h2 { margin-bottom: 2px; }
  .plain-cards h2 a { color: inherit; }
  .link { position: relative; }
  .link:hover { background: var(--cl-hover); }
  .link h2 a::after { content: ''; position: absolute; inset: 0; }
  .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 14px; align-items: start; }
  .rfm { display: grid; grid-template-columns: minmax(0, 1fr) 372px; gap: 20px; align-items: start; }
  .clusters .words { font-weight: 500; margin: 2px 0 6px; }
  dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 14px; margin: 8px 0 0; }
  dt { color: var(--cl-muted); }
  dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
  .told dd { text-align: start; overflow-wrap: anywhere; }
  .cell { display: grid; gap: 10px; }
  .cell dl { margin: 0; }
  .playbook { white-space: pre-wrap; overflow-wrap: anywhere; }
  select { min-width: 0; max-width: 220px; }
  .fault { color: var(--cl-bad-text); }
  .note { display: block; }
  .bands { margin: 8px 0 4px; gap: 4px; }
  .grade { display: inline-grid; place-items: center; min-width: 24px; height: 22px; padding: 0 6px; border-radius: var(--cl-radius-small); background: var(--cl-accent-fill); color: var(--cl-accent-text); font-weight: 600; }
  .ladder tbody > * > * { height: 48px; }
  .ladder .note:empty { display: none; }
  .part { min-width: 96px; }
  .part-bar { display: block; width: 100%; height: 4px; border-radius: 2px; background: var(--cl-hover); }
  .part-bar rect { fill: var(--cl-series-1); }
  .part-bar.value rect { fill: var(--cl-series-2); }
  .history > .notes { margin: 0; }
  .cross { table-layout: fixed; }
  .cross tr > * { padding: 0 8px; overflow-wrap: anywhere; white-space: normal; }
  .cross tr > :first-child { width: 26%; }
  .cross tr > :last-child { padding-right: 8px; }
  .cross tbody > * > * { height: 40px; }
  .cross td { border-left: 2px solid var(--cl-raised); }
  .cross td .note { font-size: var(--cl-font-tiny); line-height: 14px; color: color-mix(in srgb, var(--cl-text) 78%, transparent); }
  .cross .own { background: var(--cl-neutral-fill); color: var(--cl-neutral-text); }
  .mover { display: inline-flex; }
  .reach label { font-weight: 400; }
  .whom cl-tabs { margin-inline: -16px; }
  .folding tbody > * > * { height: 44px; white-space: normal; }
  .folding .contact { overflow-wrap: anywhere; }
  .folding cl-pill { flex: none; }
  .verdict { align-items: flex-start; margin-bottom: 8px; }
  .verdict cl-icon { flex: none; margin-top: 2px; color: var(--cl-muted); }
  .ordered { margin: 8px 0; padding: 0 0 0 24px; columns: 320px auto; }
  .ordered.single { columns: auto; }
  .ordered li { display: list-item; break-inside: avoid; min-height: 32px; }
  .ordered li > * { vertical-align: middle; }
  .ordered .name { display: inline-block; min-width: 130px; }
  @media (max-width: 900px) {
    .builder, .rfm { grid-template-columns: minmax(0, 1fr); }
    .preview { min-height: 0; }
  }
  @media (max-width: 720px) {
    span.wide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .search input { width: 130px; }
    .filters { padding: 6px 12px; }
    .kpis { grid-template-columns: 1fr 1fr; }
    .deviation { width: 64px; }
    .part { min-width: 60px; }
    .scrolled tbody th { min-width: 84px; white-space: normal; overflow-wrap: anywhere; }
    .folding thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .folding tr { display: grid; gap: 4px; padding: 10px 0; border-bottom: 1px solid var(--cl-border); }
    .folding tbody > * > * { display: block; height: auto; padding: 0; border: 0; }
    .ordered { columns: auto; }
    .cross tr > :first-child { width: 104px; position: sticky; left: 0; z-index: 1; background: var(--cl-raised); }
    .cross tr > * { width: 68px; }
  }
`,
];
