import {html, nothing, svg} from '@clientele/ui';
import {arrows, cellBox} from './arrows.js';
import {fitting} from './axes.js';
import {classes, placeOf, standing} from './cells.js';
import {count, weight} from './numbers.js';
import {widthOf} from './widths.js';

const MOST = 12;
const LETTER = 6.6;

/**
 * The most frequent moves as arrows over the cells; the table of moves is the text of it.
 *
 * @param {import('@clientele/ui').Screen} host @param {import('./cells.js').Matrix} matrix
 * @param {{counts: number[][], probabilities: number[][]}} moves @param {(number: number) => string} nameOf what a cell is called
 */
export function movementArrows(host, matrix, moves, nameOf) {
  const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) => host.t(key, values);
  const {locale} = host.context;
  const size = {width: widthOf(host), height: Math.min(480, 120 * matrix.y.parts)};
  const shown = arrows(matrix, moves, size, MOST);
  if (!shown.length) {
    return nothing;
  }
  const now = standing(moves.counts);
  const numbers = classes(matrix.x.parts * matrix.y.parts);
  const most = Math.max(...numbers.map((number) => now[number]), 1);
  return html`<section class="card spaced" aria-labelledby="arrows"><h2 id="arrows">${t('moves.arrows')}</h2>
    <svg class="picture" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${t('moves.arrows.told', {n: shown.length})}>
      <defs><marker id="tip" viewBox="0 0 10 10" refX="2.5" refY="5" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0.5L10 5L0 9.5L2.5 5Z" /></marker></defs>
      ${numbers.map((number) => {
        const box = cellBox(matrix, /** @type {import('./cells.js').Place} */ (placeOf(matrix, number)), size);
        return svg`<rect class="field w${weight(now[number], most)}" x=${box.left + 1} y=${box.top + 1} width=${box.width - 2} height=${box.height - 2} rx="4"><title>${nameOf(number)}</title></rect>
          <text class="named" x=${box.left + 8} y=${box.top + 17}>${fitting(nameOf(number), (box.width - 14) / LETTER)}</text>
          <text class="counted" x=${box.left + 8} y=${box.top + 32}>${count(now[number], locale)}</text>`;
      })}
      ${shown.toReversed().map((arrow) => svg`<path class="arrow" d=${arrow.path} stroke-width=${arrow.thickness} marker-end="url(#tip)"><title>${nameOf(arrow.from)} → ${nameOf(arrow.to)}: ${count(arrow.count, locale)}</title></path>`)}
      ${shown.map((arrow) => svg`<text class="figure-of" x=${arrow.middle[0]} y=${arrow.middle[1] + 4} text-anchor="middle" aria-hidden="true">${count(arrow.count, locale)}</text>`)}
    </svg>
    <p class="muted small legend">${t('moves.arrows.legend', {n: shown.length})}</p></section>`;
}
