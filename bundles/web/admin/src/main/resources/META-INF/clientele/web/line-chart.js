import {css, html, nothing, svg} from '@clientele/ui';

const WIDTH = 320;
const HEIGHT = 96;
const TOP = 8;
const LEFT = 40;
const TABLE_ROWS = 12;

/** @typedef {{at: number, value: number | null}} Point */
/** @typedef {{name: string, points: Point[], format: (value: number) => string, time: (at: number) => string, table: string, when: string, empty: string}} Plot */

export const chartStyles = css`
  figure svg {
    display: block;
    width: 100%;
    height: auto;
  }
  figure text {
    fill: var(--cl-muted);
    font: 10px var(--cl-font);
    text-anchor: end;
  }
  figure .grid {
    stroke: var(--cl-border);
  }
  figure .line {
    fill: none;
    stroke: var(--cl-series-1);
    stroke-width: 1.75;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  figure .dot {
    fill: var(--cl-series-1);
  }
  figcaption {
    display: flex;
    justify-content: space-between;
    gap: var(--cl-s2);
    margin-bottom: var(--cl-s2);
    font-weight: 600;
  }
  figure summary {
    color: var(--cl-muted);
    font-size: var(--cl-font-small);
    cursor: pointer;
  }
`;

/** A line over time, with its numbers in a table beneath. @param {Plot} plot */
export function lineChart({name, points, format, time, table, when, empty}) {
  const known = /** @type {{at: number, value: number}[]} */ (points.filter((point) => point.value !== null));
  const last = known.at(-1);
  return html`
    <figure class="card">
      <figcaption><span>${name}</span><span>${last ? format(last.value) : ''}</span></figcaption>
      ${last ? picture(name, known, format) : html`<p class="muted small">${empty}</p>`}
      <details>
        <summary>${table}</summary>
        <table aria-label=${name}>
          <thead><tr><th scope="col">${when}</th><th scope="col" class="number">${name}</th></tr></thead>
          <tbody>
            ${known.slice(-TABLE_ROWS).reverse().map(({at, value}) => html`<tr><td>${time(at)}</td><td class="number">${format(value)}</td></tr>`)}
          </tbody>
        </table>
      </details>
    </figure>
  `;
}

/** @param {string} name @param {{at: number, value: number}[]} points @param {(value: number) => string} format */
function picture(name, points, format) {
  const most = roof(Math.max(...points.map(({value}) => value)));
  const from = points[0].at;
  const span = Math.max(1, points[points.length - 1].at - from);
  const x = (/** @type {number} */ at) => LEFT + ((at - from) / span) * (WIDTH - LEFT - 6);
  const y = (/** @type {number} */ value) => TOP + (1 - value / most) * (HEIGHT - 2 * TOP);
  const path = points.map(({at, value}, index) => `${index ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join(' ');
  return html`
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${`${name}: ${format(points[points.length - 1].value)}`}>
      ${[0, most].map((value) => svg`<text x=${LEFT - 5} y=${y(value) + 3.5}>${format(value)}</text>`)}
      ${[0, most / 2, most].map((value) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH} y1=${y(value)} y2=${y(value)}></line>`)}
      <path class="line" d=${path}></path>
      ${points.length === 1 ? svg`<circle class="dot" cx=${x(from)} cy=${y(points[0].value)} r="2.5"></circle>` : nothing}
    </svg>
  `;
}

/** The next round number: 1, 2 or 5 times a power of ten. @param {number} value */
function roof(value) {
  if (value <= 0) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10);
}
