import {nothing, svg, html} from '@clientele/ui';

const WIDTH = 72;
const HEIGHT = 18;
const EDGE = 2;

/** The way of a line through these values, from the left to the right. @param {number[]} values */
export function lineThrough(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (/** @type {number} */ i) => EDGE + (i / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (/** @type {number} */ value) => (high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE));
  return values.map((value, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('');
}

/** A size over time as a small line; decoration beside a number, which says the same. @param {number[] | undefined} values */
export function sparkline(values) {
  return values && values.length > 1
    ? html`<svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${svg`<path d=${lineThrough(values)} fill="none" stroke="currentColor" stroke-opacity="0.6" stroke-width="1.5" stroke-linejoin="round" />`}
      </svg>`
    : nothing;
}
