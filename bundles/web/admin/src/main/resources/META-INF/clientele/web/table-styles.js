import {css} from '@clientele/ui';

/** The looks of tables; on a phone each row is a card. */
export const tableStyles = css`
  th[scope='row'] {
    color: var(--cl-text);
    font-size: inherit;
    font-weight: 500;
  }
  td,
  th[scope='row'] {
    padding-block: 5px;
    overflow-wrap: break-word;
  }
  td .small,
  td code {
    overflow-wrap: anywhere;
  }
  th.number {
    text-align: end;
  }
  td.buttons {
    text-align: end;
    white-space: nowrap;
  }
  td.buttons > * {
    vertical-align: middle;
  }
  td.buttons button {
    min-height: 26px;
    padding: 0 9px;
  }
  @media (max-width: 720px) {
    table.stacked,
    .stacked tbody,
    .stacked tr {
      display: block;
    }
    .stacked thead {
      position: absolute;
      display: block;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacked tr {
      padding: var(--cl-s2) 0;
      border-bottom: 1px solid var(--cl-border);
    }
    .stacked td,
    .stacked th[scope='row'] {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--cl-s3);
      height: auto;
      padding: 3px 0;
      border: 0;
      text-align: end;
    }
    .stacked td::before {
      content: attr(data-label);
      flex: none;
      color: var(--cl-muted);
      font-size: var(--cl-font-small);
    }
    .stacked td.buttons {
      flex-wrap: wrap;
      justify-content: flex-end;
    }
    .stacked td.buttons button {
      min-height: var(--cl-control);
    }
    .stacked td.wide {
      display: block;
      text-align: start;
    }
    .stacked td.none {
      display: none;
    }
  }
`;
