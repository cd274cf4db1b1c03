import {css} from 'lit';

/** How a list looks: dense rows on a wide screen, cards on a narrow one. */
export const listStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
    height: 100%;
    position: relative;
    color: var(--cl-text);
    --row: 32px;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }
  .grid {
    outline: none;
  }
  .scroller:has(.grid:focus-visible) {
    box-shadow: inset 0 0 0 2px var(--cl-focus);
  }
  .row,
  .head {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    height: var(--row);
    box-sizing: border-box;
    border-bottom: 1px solid var(--cl-border);
  }
  .head-group {
    position: sticky;
    top: 0;
    z-index: 2;
  }
  .head {
    background: var(--cl-background);
    color: var(--cl-muted);
    font-size: 12px;
    font-weight: 500;
  }
  .body {
    position: relative;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    cursor: default;
  }
  .row:hover {
    background: var(--cl-hover);
  }
  .row[aria-selected='true'] {
    background: var(--cl-selected);
  }
  .row.current {
    box-shadow: inset 2px 0 0 var(--cl-accent);
    background: var(--cl-hover);
  }
  .row.current[aria-selected='true'] {
    background: var(--cl-selected);
  }
  .cell {
    padding: 0 10px;
    white-space: nowrap;
    min-width: 0;
    height: 100%;
    display: flex;
    align-items: center;
    gap: 8px;
    box-sizing: border-box;
  }
  .cell > .text {
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 0;
  }
  .cell.own {
    overflow: hidden;
  }
  .cell.end {
    justify-content: flex-end;
    font-variant-numeric: tabular-nums;
  }
  .row.current .cell.active {
    box-shadow: inset 0 0 0 1px var(--cl-accent);
    border-radius: 3px;
  }
  .scroller:not(:focus-within) .row.current .cell.active {
    box-shadow: none;
  }
  .cell a {
    color: inherit;
    text-decoration: none;
    font-weight: 500;
  }
  .cell a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .head button {
    all: unset;
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 24px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .head button > :empty {
    display: none;
  }
  .head button:hover {
    color: var(--cl-text);
  }
  .head button:focus-visible {
    outline: 2px solid var(--cl-focus);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .check {
    justify-content: center;
    padding: 0;
  }
  .check input {
    margin: 0;
    width: 15px;
    height: 15px;
    accent-color: var(--cl-accent);
  }
  .row .check input:not(:checked) {
    appearance: none;
    border: 1.5px solid var(--cl-border-strong);
    border-radius: 3px;
  }
  .row:hover .check input:not(:checked),
  .row.current .check input:not(:checked) {
    border-color: var(--cl-muted);
  }
  .cell input.edit,
  .cell select.edit {
    width: 100%;
    height: 26px;
    font: inherit;
    color: inherit;
    background: var(--cl-background);
    border: 1px solid var(--cl-accent);
    border-radius: 4px;
    padding: 0 6px;
    box-sizing: border-box;
  }
  .bone {
    height: 9px;
    border-radius: 5px;
    background: var(--cl-border);
    width: 60%;
  }
  .foot {
    padding: 8px 12px;
    color: var(--cl-muted);
    font-size: 12.5px;
    min-height: 16px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host([narrow]) {
    --row: 68px;
  }
  :host([narrow]) .head {
    display: none;
  }
  :host([narrow]) .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    grid-template-rows: 1fr 1fr;
    align-items: center;
    padding: 8px 12px;
    column-gap: 10px;
  }
  :host([narrow]) .cell {
    padding: 0;
    height: auto;
  }
  :host([narrow]) .cell.check {
    grid-row: 1 / span 2;
    width: 28px;
    height: 44px;
  }
  :host([narrow]) .cell.first {
    grid-column: 2;
    font-size: 15px;
  }
  :host([narrow]) .rest {
    grid-column: 2 / span 2;
    color: var(--cl-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12.5px;
    display: flex;
    gap: 10px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  }
`;
