import {html, nothing} from '@clientele/ui';
import {channelName} from './channels.js';
import {begunTag, newTags, startOf, withTag} from './content-drafts.js';
import {faultsIn} from './faults.js';
import {typed} from './handlers.js';
import {mover} from './ordered.js';

/** @typedef {import('./content-drafts.js').PieceDraft} PieceDraft */
/** @typedef {(key: string, values?: Record<string, unknown>) => string} Say */

/** The pieces in their order, to be read. @param {import('./catalogue.js').Catalogue} catalogue @param {Say} t @param {import('./content-drafts.js').Piece[]} pieces */
export function readable(catalogue, t, pieces) {
  return html`<ol class="pieces">${pieces.map(({title, text, channels, tags}) => html`<li><div class="row wrap"><b>${title}</b>
      ${channels.length ? channels.map((channel) => html`<cl-pill>${channelName(catalogue, channel)}</cl-pill>`) : html`<span class="muted small">${t('content.anyChannel')}</span>`}
      ${tags.length ? tags.map((tag) => html`<cl-pill tone="accent" icon="tag">${tag}</cl-pill>`) : html`<span class="muted small">${t('content.everybody')}</span>`}</div>
    ${words(text)}</li>`)}</ol>`;
}

/** A text; of a long one its start, and the rest on demand. @param {string} text */
function words(text) {
  if (!text) {
    return nothing;
  }
  const start = startOf(text);
  return start === text
    ? html`<p class="muted playbook">${text}</p>`
    : html`<details class="muted"><summary class="playbook">${start}</summary><p class="playbook">${text.slice(start.length).trimStart()}</p></details>`;
}

/**
 * One piece, to be written.
 *
 * @param {import('./contents.js').Contents} contents @param {Say} t @param {PieceDraft} piece @param {number} at
 */
export function writable(contents, t, piece, at) {
  const {view, drafted, pieces} = contents;
  const name = piece.title || t('content.nameless', {n: at + 1});
  const faults = faultsIn(drafted.problem, `/items/${at}`);
  const moved = (/** @type {string[]} */ order) => contents.rearrange(order.flatMap((place) => pieces.filter((each) => String(each.place) === place)));
  return html`<li class="piece" @focusin=${() => contents.offer(piece)}>
    <div class="row"><span class="muted">${at + 1}</span>
      <input class="name" aria-label=${t('content.title', {n: at + 1})} placeholder=${t('content.title.hint')} .value=${piece.title} @input=${typed((title) => contents.change(piece, {title}))} />
      ${mover(view.host, {order: pieces.map((each) => String(each.place)), item: String(piece.place), name, moved})}
      <button class="quiet icon" aria-label=${t('content.without', {name})} @click=${() => contents.remove(piece)}><cl-icon name="x"></cl-icon></button></div>
    <textarea rows="2" aria-label=${t('content.text', {name})} placeholder=${t('content.text.hint')} .value=${piece.text} @input=${typed((text) => contents.change(piece, {text}))}></textarea>
    <div class="set" role="group" aria-label=${t('content.channels.of', {name})}><span class="muted">${t('content.channels')}</span>
      ${contents.channels.map((channel) => html`<label class="row"><input type="checkbox" .checked=${piece.channels.includes(channel)} @change=${() => contents.toggle(piece, channel)} />${channelName(view.catalogue, channel)}</label>`)}
      ${piece.channels.length ? nothing : html`<span class="muted small">${t('content.anyChannel')}</span>`}</div>
    <div class="set"><span class="muted">${t('content.tags')}</span>
      <input class="name" aria-label=${t('content.tags.of', {name})} placeholder=${t('content.tags.hint')} autocomplete="off" .value=${piece.tags} @input=${typed((tags) => contents.tag(piece, tags, begunTag(tags)))} /></div>
    ${known(contents, t, piece)}
    ${faults.map((each) => html`<p class="fault" role="alert">${each.detail}</p>`)}
  </li>`;
}

/** Tags that there are, at the piece that is being written. @param {import('./contents.js').Contents} contents @param {Say} t @param {PieceDraft} piece */
function known(contents, t, piece) {
  const offered = contents.offered.place === piece.place ? newTags(contents.offered.tags, piece.tags) : [];
  return offered.length
    ? html`<div class="set" role="group" aria-label=${t('content.known')}><span class="muted">${t('content.known')}</span>
        ${offered.map((tag) => html`<button class="small" aria-label=${t('content.tag.add', {tag})} @click=${() => contents.tag(piece, withTag(piece.tags, tag))}><cl-icon name="plus"></cl-icon>${tag}</button>`)}</div>`
    : nothing;
}
