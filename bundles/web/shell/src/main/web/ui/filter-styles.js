import {css} from 'lit';

/** How a filter looks. */
export const filterStyles = css`
  :host { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; min-width: 0; position: relative; color: var(--cl-text); }
  button, input, select, textarea { font: inherit; color: inherit; }
  .pill { display: inline-flex; align-items: center; outline: 1px solid var(--cl-border); outline-offset: -1px; border-radius: var(--cl-radius); background: var(--cl-background); height: var(--cl-compact); max-width: 100%; }
  .pill button { all: unset; cursor: pointer; padding: 0 8px; height: var(--cl-compact); line-height: var(--cl-compact); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .pill button.remove { padding: 0; width: var(--cl-compact); text-align: center; color: var(--cl-muted); border-left: 1px solid var(--cl-border); }
  .pill button:hover { background: var(--cl-hover); }
  .pill .op { color: var(--cl-muted); }
  .pill b { font-weight: 500; }
  :is(button, input, select, textarea):focus-visible { outline: 2px solid var(--cl-focus); outline-offset: -1px; border-radius: 5px; }
  .quiet { border: 1px dashed var(--cl-border); background: none; border-radius: var(--cl-radius); height: var(--cl-compact); padding: 0 9px; cursor: pointer; color: var(--cl-muted); }
  .quiet:hover { color: var(--cl-text); background: var(--cl-hover); }
  .link { border: 0; background: none; color: var(--cl-muted); cursor: pointer; padding: 0 4px; height: var(--cl-compact); }
  .link:hover { color: var(--cl-text); text-decoration: underline; }
  form { position: absolute; z-index: 20; top: calc(100% + 6px); left: 0; display: grid; gap: 8px; padding: 12px; width: min(320px, 92vw); box-sizing: border-box;
    background: var(--cl-raised); border: 1px solid var(--cl-border); border-radius: 8px; box-shadow: var(--cl-shadow); }
  label { display: grid; gap: 3px; font-size: 12px; color: var(--cl-muted); }
  form input, form select, textarea { height: var(--cl-control); border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); background: var(--cl-background); padding: 0 8px; color: var(--cl-text); font-size: var(--cl-font-size); width: 100%; box-sizing: border-box; min-width: 0; }
  textarea { height: auto; padding: 5px 8px; font-family: var(--cl-font-mono); font-size: 12.5px; resize: vertical; flex: 1; }
  .actions { display: flex; justify-content: flex-end; gap: 6px; }
  .primary { background: var(--cl-accent); color: var(--cl-on-accent); border: 0; border-radius: var(--cl-radius); height: max(28px, var(--cl-compact)); padding: 0 12px; cursor: pointer; font-weight: 500; }
  .secondary { background: none; border: 1px solid var(--cl-border-strong); border-radius: var(--cl-radius); height: max(28px, var(--cl-compact)); padding: 0 12px; cursor: pointer; }
  .textual { display: flex; gap: 6px; flex: 1 1 100%; align-items: start; }
  @media print { .quiet, .link, .pill button.remove, .textual, form { display: none; } }
  .problem { flex: 1 1 100%; color: var(--cl-bad-text); font-size: 12.5px; margin: 0; }
`;
