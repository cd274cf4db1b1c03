import {css} from 'lit';

/** How the palette looks. */
export const paletteStyles = css`
  dialog {
    width: min(600px, calc(100vw - 24px));
    max-height: min(70dvh, 520px);
    margin: 12dvh auto auto;
    padding: 0;
    border: 1px solid var(--cl-border);
    border-radius: 12px;
    background: var(--cl-raised);
    color: var(--cl-text);
    box-shadow: var(--cl-shadow-large);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: var(--cl-backdrop);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 var(--cl-s4);
    border-bottom: 1px solid var(--cl-border);
    color: var(--cl-muted);
  }
  .line input {
    flex: 1;
    min-height: 48px;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--cl-text);
    font-size: 15px;
  }
  ul {
    margin: 0;
    padding: 6px;
    overflow: auto;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 34px;
    padding: 0 10px;
    border-radius: var(--cl-radius);
    cursor: pointer;
  }
  li cl-icon {
    color: var(--cl-muted);
  }
  li[aria-selected='true'] {
    background: var(--cl-hover);
  }
  .note {
    margin-inline-start: auto;
    color: var(--cl-muted);
    font-size: var(--cl-font-small);
  }
  .none {
    padding: var(--cl-s5);
    color: var(--cl-muted);
    text-align: center;
  }
`;
