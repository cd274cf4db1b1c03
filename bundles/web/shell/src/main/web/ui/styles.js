import {css} from 'lit';

/** What every screen and every shared element looks like inside: text, buttons, fields, links, focus. */
export const base = css`
  :host {
    font-family: var(--cl-font);
    font-size: var(--cl-font-size);
    line-height: var(--cl-line);
    color: var(--cl-text);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  h1,
  h2 {
    font-size: var(--cl-font-title);
    font-weight: 650;
    letter-spacing: -0.005em;
  }
  h3 {
    font-size: var(--cl-font-size);
    font-weight: 600;
  }
  a {
    color: var(--cl-accent);
    text-underline-offset: 2px;
  }
  a:not(:hover) {
    text-decoration: none;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: var(--cl-control);
    padding: 0 12px;
    border: 1px solid var(--cl-border);
    border-radius: var(--cl-radius);
    background: var(--cl-raised);
    color: var(--cl-text);
    font: inherit;
    font-weight: 500;
    white-space: nowrap;
    text-decoration: none;
    cursor: pointer;
    box-shadow: var(--cl-shadow-small);
    transition: background var(--cl-quick), border-color var(--cl-quick);
  }
  button:hover,
  .button:hover {
    background: var(--cl-hover);
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  button.primary,
  .button.primary {
    background: var(--cl-accent);
    border-color: var(--cl-accent);
    color: var(--cl-on-accent);
  }
  button.primary:hover:not(:disabled),
  .button.primary:hover {
    background: var(--cl-accent-strong);
    border-color: var(--cl-accent-strong);
  }
  button.danger {
    color: var(--cl-bad-text);
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    box-shadow: none;
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--cl-hover);
  }
  button.icon {
    width: var(--cl-control);
    padding: 0;
  }
  input:not([type='checkbox'], [type='radio'], [type='file'], [type='range']),
  select,
  textarea {
    min-height: var(--cl-control);
    padding: 4px 9px;
    border: 1px solid var(--cl-border-strong);
    border-radius: var(--cl-radius);
    background: var(--cl-background);
    color: inherit;
    font: inherit;
  }
  textarea {
    padding: 6px 9px;
    resize: vertical;
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 15px;
    height: 15px;
    margin: 0;
    accent-color: var(--cl-accent);
  }
  ::placeholder {
    color: var(--cl-muted);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--cl-focus);
    outline-offset: -1px;
    border-color: transparent;
  }
  :focus-visible:not(input, textarea, select) {
    outline: 2px solid var(--cl-focus);
    outline-offset: 2px;
  }
  label {
    font-weight: 500;
  }
  kbd {
    display: inline-block;
    padding: 0 5px;
    border: 1px solid var(--cl-border);
    border-radius: var(--cl-radius-small);
    background: var(--cl-background);
    color: var(--cl-muted);
    font-family: inherit;
    font-size: var(--cl-font-tiny);
    line-height: 17px;
  }
  code {
    font-family: var(--cl-font-mono);
    font-size: 0.92em;
  }
  .muted {
    color: var(--cl-muted);
  }
  .small {
    font-size: var(--cl-font-small);
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .card {
    padding: var(--cl-s4);
    border: 1px solid var(--cl-border);
    border-radius: var(--cl-radius-large);
    background: var(--cl-raised);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--cl-s2);
  }
  .stack {
    display: grid;
    gap: var(--cl-s3);
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: var(--cl-s4);
    align-items: start;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    color: var(--cl-muted);
    font-size: var(--cl-font-small);
    font-weight: 500;
    text-align: start;
  }
  th,
  td {
    height: var(--cl-row);
    padding: 0 10px;
    border-bottom: 1px solid var(--cl-border);
  }
  @media print {
    button,
    .button {
      display: none;
    }
  }
`;
