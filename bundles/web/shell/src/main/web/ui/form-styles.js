import {css} from 'lit';

/** How a form looks. */
export const formStyles = css`
  :host { display: block; color: var(--cl-text); }
  form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); gap: 12px 14px; align-items: start; }
  .field { display: grid; gap: 4px; min-width: 0; }
  .wide { grid-column: 1 / -1; }
  label, legend { font-size: 12.5px; color: var(--cl-muted); padding: 0; }
  .must::after { content: ' *'; color: var(--cl-bad-text); }
  input:not([type='checkbox']), select, textarea { font: inherit; color: var(--cl-text); background: var(--cl-background); border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); height: max(32px, var(--cl-control)); padding: 0 9px; width: 100%; min-width: 0; box-sizing: border-box; }
  textarea { height: auto; min-height: 68px; padding: 7px 9px; resize: vertical; }
  :is(input, select, textarea):focus-visible { outline: 2px solid var(--cl-focus); outline-offset: -1px; border-color: transparent; }
  [aria-invalid='true'] { border-color: var(--cl-bad-text) !important; }
  .fault { color: var(--cl-bad-text); font-size: 12.5px; }
  .hint { color: var(--cl-muted); font-size: 12px; }
  fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 8px; min-width: 0; }
  .item { display: grid; grid-template-columns: repeat(var(--parts, 3), minmax(0, 1fr)) max(32px, var(--cl-control)); gap: 6px; align-items: start; }
  .item .fault { grid-column: 1 / -1; }
  .item label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  button { font: inherit; color: inherit; cursor: pointer; border-radius: var(--cl-radius); height: max(32px, var(--cl-control)); padding: 0 14px; border: 1px solid var(--cl-border-strong); background: var(--cl-background); }
  button:hover { background: var(--cl-hover); }
  button.primary { background: var(--cl-accent); color: var(--cl-on-accent); border-color: transparent; font-weight: 500; }
  button.primary:hover { background: var(--cl-accent-strong); }
  button.icon { padding: 0; width: max(32px, var(--cl-control)); color: var(--cl-muted); }
  button.add { justify-self: start; border-style: dashed; color: var(--cl-muted); height: max(28px, var(--cl-compact)); }
  button:focus-visible { outline: 2px solid var(--cl-focus); outline-offset: 1px; }
  button[aria-disabled='true'] { opacity: 0.55; cursor: default; }
  .actions { display: flex; justify-content: flex-end; gap: 8px; grid-column: 1 / -1; padding-top: 4px; }
  .said { display: flex; align-items: center; min-height: max(32px, var(--cl-control)); padding: 0 9px; color: var(--cl-muted); }
  .check { display: flex; align-items: center; gap: 8px; min-height: max(32px, var(--cl-control)); color: var(--cl-text); }
  @media (max-width: 560px) {
    .item { grid-template-columns: minmax(0, 1fr) max(32px, var(--cl-control)); }
    .item > :nth-last-child(n + 1):not(button) { grid-column: 1; }
    .item > button { grid-column: 2; grid-row: 1; }
    .item + .item { padding-top: 10px; border-top: 1px solid var(--cl-border); }
  }
`;
