import {css} from 'lit';

/** How a chart looks. */
export const chartStyles = css`
  :host { display: block; color: var(--cl-text); min-width: 0; }
  figure { margin: 0; }
  svg { display: block; width: 100%; overflow: visible; }
  text { font: 11px var(--cl-font); fill: var(--cl-muted); font-variant-numeric: tabular-nums; }
  .grid { stroke: var(--cl-border); stroke-width: 1; }
  .mark { fill: var(--series); }
  .line { fill: none; stroke: var(--series); stroke-width: 2; stroke-linejoin: round; }
  .area { fill: var(--series); opacity: 0.12; }
  .s0 { --series: var(--cl-series-1); }
  .s1 { --series: var(--cl-series-2); }
  .s2 { --series: var(--cl-series-3); }
  .s3 { --series: var(--cl-series-4); }
  .s4 { --series: var(--cl-series-5); }
  .s5 { --series: var(--cl-series-6); }
  .choose { cursor: pointer; }
  .choose:hover { opacity: 0.8; }
  .choose:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 2px; }
  .legend { display: flex; flex-wrap: wrap; gap: 12px; font-size: 12px; color: var(--cl-muted); margin: 0 0 6px; padding: 0; list-style: none; }
  .legend i { display: inline-block; width: 9px; height: 9px; border-radius: 2px; background: var(--series); margin-right: 5px; }
  .matrix { display: grid; gap: 3px; font-size: 12px; }
  .matrix > .axis { color: var(--cl-muted); display: flex; align-items: center; justify-content: center; padding: 2px 6px; text-align: center; }
  .matrix > .axis.row { justify-content: flex-end; }
  .matrix > button { font: inherit; border: 0; border-radius: 5px; min-height: 40px; color: var(--cl-text); padding: 4px; font-variant-numeric: tabular-nums;
    background: color-mix(in oklab, var(--cl-accent) calc(var(--share) * 55%), var(--cl-hover)); }
  details { margin-top: 6px; font-size: 12.5px; color: var(--cl-muted); }
  summary { cursor: pointer; width: max-content; border-radius: 4px; }
  summary:focus-visible, .matrix > button:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 1px; }
  .scroll { overflow: auto; max-height: 260px; }
  table { border-collapse: collapse; margin-top: 6px; color: var(--cl-text); }
  td, th { padding: 3px 12px 3px 0; text-align: left; font-weight: 400; border-bottom: 1px solid var(--cl-border); }
  td.n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 12px; }
  .empty { color: var(--cl-muted); padding: 12px 0; font-size: 12.5px; }
`;
