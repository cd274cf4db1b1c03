import {css} from '@clientele/ui';
import {tableStyles} from './table-styles.js';

const own = css`
  :host {
    display: block;
    height: 100%;
  }
  .body {
    display: grid;
    gap: var(--cl-s4);
  }
  .wrap {
    flex-wrap: wrap;
  }
  .between {
    justify-content: space-between;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: var(--cl-s3);
  }
  .banner,
  .refusal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--cl-s2);
    padding: var(--cl-s2) var(--cl-s3);
    border-radius: var(--cl-radius);
    background: var(--cl-warn-fill);
    color: var(--cl-warn-text);
  }
  .refusal,
  .banner.bad {
    background: var(--cl-bad-fill);
    color: var(--cl-bad-text);
    overflow-wrap: anywhere;
  }
  .banner.good {
    background: var(--cl-good-fill);
    color: var(--cl-good-text);
  }
  .banner > span {
    flex: 1;
    min-width: 12em;
  }
  .secret {
    padding: var(--cl-s3);
    border: 1px solid var(--cl-border);
    border-radius: var(--cl-radius);
    background: var(--cl-surface);
    overflow-wrap: anywhere;
    user-select: all;
  }
  form {
    display: grid;
    gap: var(--cl-s3);
  }
  fieldset {
    display: grid;
    gap: var(--cl-s2);
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 4px;
    font-weight: 500;
  }
  .field input,
  .field select,
  .field textarea {
    width: 100%;
    min-width: 0;
  }
  .choice {
    display: flex;
    gap: var(--cl-s2);
    align-items: flex-start;
    font-weight: 400;
  }
  .choice input {
    margin-top: 3px;
  }
  .fault {
    color: var(--cl-bad-text);
    font-size: var(--cl-font-small);
    font-weight: 400;
  }
  summary {
    min-height: var(--cl-compact);
    color: var(--cl-accent-text);
    cursor: pointer;
    line-height: var(--cl-compact);
  }
  summary:focus-visible {
    border-radius: var(--cl-radius-small);
    outline: 2px solid var(--cl-focus);
  }
  .plain {
    list-style: none;
    padding: 0;
  }
  .tree {
    display: grid;
    gap: var(--cl-s1);
    padding-inline-start: var(--cl-s4);
    list-style: none;
  }
  .tree .tree {
    margin-inline-start: 6px;
    border-inline-start: 1px solid var(--cl-border);
  }
  .body > .tree {
    padding: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 6px var(--cl-s4);
  }
  .facts dt {
    color: var(--cl-muted);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 720px) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd {
      margin-bottom: var(--cl-s2);
    }
  }
`;

/** What the administrator's pages have in common. */
export const common = [own, tableStyles];
