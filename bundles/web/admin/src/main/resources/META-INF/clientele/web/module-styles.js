import {css} from '@clientele/ui';

/** The looks of a plan and of the list of modules. */
export const moduleStyles = css`
  .sentences {
    display: grid;
    gap: 6px;
  }
  .sentences li {
    display: flex;
    gap: var(--cl-s2);
  }
  .sentences cl-icon {
    margin-top: 2px;
    color: var(--cl-muted);
  }
  .sentences .plus cl-icon {
    color: var(--cl-good-text);
  }
  .sentences .minus cl-icon {
    color: var(--cl-bad-text);
  }
  .picture {
    width: 100%;
    max-width: 620px;
    height: auto;
  }
  .picture .box {
    fill: var(--cl-surface);
    stroke: var(--cl-border-strong);
  }
  .picture .own {
    fill: var(--cl-accent-fill);
    stroke: var(--cl-accent);
  }
  .picture .wire {
    fill: none;
    stroke: var(--cl-border-strong);
    stroke-width: 1.5;
  }
  .picture .comes {
    stroke: var(--cl-series-2);
    stroke-width: 2.5;
  }
  .picture .goes {
    stroke: var(--cl-bad-text);
    stroke-dasharray: 5 4;
  }
  .picture .loose {
    stroke-dasharray: 2 4;
  }
  .picture .bad {
    fill: var(--cl-bad-fill);
    stroke: var(--cl-bad-text);
  }
  figure {
    display: grid;
    gap: var(--cl-s2);
    margin: var(--cl-s2) 0 0;
  }
  summary {
    width: max-content;
    max-width: 100%;
    border-radius: 4px;
    cursor: pointer;
  }
  .picture text {
    fill: var(--cl-text);
    font: 12px var(--cl-font);
    text-anchor: middle;
  }
  .picture .name {
    font-weight: 600;
  }
  .picture .note {
    fill: var(--cl-muted);
    font-size: 11px;
  }
  .picture .start {
    text-anchor: start;
  }
  .picture .end {
    text-anchor: end;
  }
`;
