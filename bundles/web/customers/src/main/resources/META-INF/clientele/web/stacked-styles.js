import {css} from '@clientele/ui';

/** How tables look on a phone: each row is a card. */
export const stackedStyles = css`
  @media (max-width: 720px) {
    .stacked, .stacked tbody { display: block; }
    .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .stacked tr { display: grid; gap: 2px; padding: 8px 0; border-bottom: 1px solid var(--cl-border); }
    .stacked tbody > * > * { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; height: auto; min-width: 0; max-width: none; padding: 0; border: 0; white-space: normal; overflow-wrap: anywhere; text-align: end; }
    .stacked tbody > * > :first-child { text-align: start; }
    .stacked [data-label]::before { content: attr(data-label); flex: none; color: var(--cl-muted); font-size: var(--cl-font-small); font-weight: 400; }
    .stacked td:empty { display: none; }
    .purchases tr { grid-template: 'date amount' 'products products' 'reference reference' / minmax(0, 1fr) auto; gap: 2px 12px; }
    .purchases .date { grid-area: date; color: var(--cl-muted); }
    .purchases .number { grid-area: amount; font-weight: 600; }
    .purchases .products { grid-area: products; display: block; text-align: start; }
    .purchases .reference { grid-area: reference; justify-content: flex-start; }
    .mapping td, .mapping select { overflow: visible; }
    .stacked .quiet { margin-inline-start: -13px; }
  }
`;

/** Gives a page that is shown already the looks of its tables, which the list comes without. @param {import('@clientele/ui').Screen} host */
export function stack(host) {
  const {adoptedStyleSheets} = /** @type {ShadowRoot} */ (host.renderRoot);
  const {styleSheet} = stackedStyles;
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) {
    adoptedStyleSheets.push(styleSheet);
  }
}
