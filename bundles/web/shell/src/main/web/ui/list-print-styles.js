import {css} from 'lit';

/** How a list is printed: as a table as wide as the paper, whose head stands on each page. */
export const listPrintStyles = css`
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .scroller {
      overflow: visible;
    }
    .grid,
    .body {
      min-width: 0 !important;
      height: auto !important;
    }
    .row,
    :host([narrow]) .row {
      position: static;
      height: auto;
      min-height: 22px;
      box-shadow: none;
      background: none;
      break-inside: avoid;
    }
    .head-group {
      position: static;
    }
    /* Browsers do not repeat what is inside of a button. */
    .head button {
      display: contents;
    }
    :host(:not([narrow])) .grid {
      display: table;
      width: 100%;
    }
    :host(:not([narrow])) .head-group {
      display: table-header-group;
      break-inside: avoid;
    }
    :host(:not([narrow])) .body {
      display: table-row-group;
    }
    :host(:not([narrow])) :is(.row, .head) {
      display: table-row;
    }
    :host(:not([narrow])) .cell {
      display: table-cell;
      height: auto;
      padding: 3px 8px 3px 0;
      border-bottom: 1px solid var(--cl-border);
      overflow: visible;
      white-space: normal;
      vertical-align: middle;
    }
    :host(:not([narrow])) .cell.end {
      text-align: end;
    }
    .row .cell.active {
      box-shadow: none !important;
    }
    .cell cl-avatar {
      margin-inline-end: 6px;
    }
    :host(:not([narrow])) .cell.check,
    :host([narrow]) .cell.check,
    .bones {
      display: none;
    }
  }
`;
