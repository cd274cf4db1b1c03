import {css} from '@clientele/ui';

/** How two sides against each other look: colour says how much, and so do the number and the bar. */
export const heatStyles = css`
  .heat table { table-layout: fixed; min-width: 520px; border-collapse: separate; border-spacing: 3px; }
  .heat th, .heat td { border: 0; padding: 0; height: auto; }
  .heat tbody td { height: 66px; }
  .heat thead th { padding: 2px 4px; text-align: center; }
  .heat .across { color: var(--cl-text); font-weight: 600; }
  .heat .corner { width: 96px; vertical-align: bottom; }
  .heat .down { display: block; padding: 2px 4px; text-align: right; color: var(--cl-text); font-size: var(--cl-font-small); font-weight: 600; white-space: normal; }
  .heat tbody th { padding: 2px 6px 2px 0; text-align: right; font-size: var(--cl-font-small); color: var(--cl-muted); white-space: normal; }
  .heat thead .note, .heat tbody th .note { display: block; font-weight: 400; font-size: var(--cl-font-tiny); color: var(--cl-muted); }
  .heat button { position: relative; display: grid; gap: 0; justify-items: start; justify-content: start; align-content: center; white-space: normal; width: 100%; height: 100%; min-height: 66px; padding: 6px 9px 9px; border: 1px solid transparent; border-radius: 5px; box-shadow: none; overflow: hidden; text-align: start; line-height: 17px; }
  .heat button:hover { border-color: var(--cl-border-strong); }
  .heat button .title { max-width: 100%; overflow: hidden; text-overflow: ellipsis; overflow-wrap: anywhere; font-size: var(--cl-font-small); font-weight: 600; line-height: 15px; padding-bottom: 2px; }
  .heat button .figure { font-size: 15px; font-weight: 600; font-variant-numeric: tabular-nums; }
  .heat button .note { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: var(--cl-font-tiny); font-weight: 400; color: color-mix(in srgb, var(--cl-text) 78%, transparent); font-variant-numeric: tabular-nums; }
  .heat button .brief { display: none; font-variant-numeric: tabular-nums; }
  .heat .bar { position: absolute; inset: auto 0 0; width: 100%; height: 4px; fill: var(--cl-accent); }
  .w0 { --heat: var(--cl-surface); background: var(--heat); color: var(--cl-muted); }
  .w1 { --heat: color-mix(in oklab, var(--cl-accent) 6%, var(--cl-surface)); background: var(--heat); }
  .w2 { --heat: color-mix(in oklab, var(--cl-accent) 11%, var(--cl-surface)); background: var(--heat); }
  .w3 { --heat: color-mix(in oklab, var(--cl-accent) 16%, var(--cl-surface)); background: var(--heat); }
  .w4 { --heat: color-mix(in oklab, var(--cl-accent) 22%, var(--cl-surface)); background: var(--heat); }
  .w5 { --heat: color-mix(in oklab, var(--cl-accent) 28%, var(--cl-surface)); background: var(--heat); }
  .w6 { --heat: color-mix(in oklab, var(--cl-accent) 34%, var(--cl-surface)); background: var(--heat); }
  .legend { margin-top: 8px; }
  .unknown { margin-top: 4px; }
  .unknown a { text-decoration: underline; }
  .picture { display: block; width: 100%; height: auto; }
  .picture text { font: 11px var(--cl-font); fill: var(--cl-muted); font-variant-numeric: tabular-nums; }
  .picture .field { fill: var(--heat); }
  .picture .cut { stroke: var(--cl-border-strong); stroke-width: 1; }
  .picture .named, .picture .counted, .picture .figure-of { fill: var(--cl-text); paint-order: stroke; stroke: var(--cl-raised); stroke-width: 3px; stroke-linejoin: round; pointer-events: none; }
  .picture .named, .picture .figure-of { font-weight: 600; }
  .picture .axis { fill: var(--cl-text); font-weight: 600; }
  .picture .point { fill: var(--cl-series-1); fill-opacity: 0.6; stroke: var(--cl-raised); stroke-width: 0.7; cursor: pointer; }
  .picture .point:hover { fill-opacity: 1; }
  .picture .arrow { fill: none; stroke: var(--cl-series-1); }
  .picture .tip { fill: var(--cl-series-1); }
  .near h3 { margin: 0 0 4px; }
  .near li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; }
  .near a { text-decoration: underline; }
  .heat.wide:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 2px; }
  @media (max-width: 720px) {
    .heat table { min-width: 0; }
    .heat .corner { width: 76px; }
    .heat .corner, .heat tbody th { position: sticky; left: 0; z-index: 1; background: var(--cl-background); }
    .heat thead th, .heat tbody th { overflow-wrap: anywhere; }
    .heat thead th { padding-inline: 0; white-space: normal; }
    .heat th { line-height: 16px; }
    .heat th .note { line-height: 14px; }
    .heat button { padding-inline: 7px; }
    .heat button .note { white-space: normal; }
    .dense .corner { width: 64px; }
    .dense tbody td { height: 52px; }
    .dense button { min-height: 52px; padding: 4px 2px 7px; justify-items: center; justify-content: center; text-align: center; }
    .dense button :is(.title, .figure, .note) { display: none; }
    .dense button .brief { display: grid; font-size: var(--cl-font-tiny); line-height: 15px; }
    .dense button .brief :first-child { font-size: var(--cl-font-size); font-weight: 600; }
    .tight table { border-spacing: 2px; }
    .tight .corner { width: 46px; }
    .tight thead .note { display: flex; white-space: nowrap; }
    .tight thead th:last-child .note { justify-content: flex-end; }
    .tight button .brief :not(:first-child) { display: none; }
    .tight button .brief :first-child { font-size: var(--cl-font-tiny); }
    .wide-6 table { min-width: 400px; }
    .wide-7 table { min-width: 456px; }
    .wide-8 table { min-width: 512px; }
    .wide-9 table { min-width: 568px; }
  }
`;
