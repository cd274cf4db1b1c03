import {dateFormat, html, nothing} from '@clientele/ui';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */
/**
 * @template T
 * @typedef {{label: string, cell: (row: T) => unknown, number?: boolean, buttons?: boolean, wide?: boolean}} Column
 */

/**
 * A table whose first column names the row; on a phone each row becomes a card.
 *
 * @template T
 * @param {string} label @param {Column<T>[]} columns @param {T[]} rows
 */
export function table(label, columns, rows) {
  return html`
    <table class="stacked" aria-label=${label}>
      <thead>
        <tr>
          ${columns.map((column) =>
            column.buttons
              ? html`<td></td>`
              : html`<th scope="col" class=${column.number ? 'number' : nothing}>${column.label}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${columns.map((column, at) => cell(column, row, at === 0))}</tr>`)}
      </tbody>
    </table>
  `;
}

/** @template T @param {Column<T>} column @param {T} row @param {boolean} names */
function cell(column, row, names) {
  const content = column.cell(row);
  if (names) {
    return html`<th scope="row">${content}</th>`;
  }
  const empty = content === nothing || content === '' || content === undefined || content === null;
  const kind = empty ? 'none' : column.buttons ? 'buttons' : column.number ? 'number' : column.wide ? 'wide' : nothing;
  return html`<td class=${kind} data-label=${column.buttons ? nothing : column.label}>${content}</td>`;
}

/**
 * A field with its label, and what the server found wrong with it.
 *
 * @param {string} label @param {unknown} control @param {string} [fault] @param {string} [hint]
 */
export function field(label, control, fault, hint) {
  return html`
    <label class="field">
      <span>${label}</span>
      ${control} ${hint ? html`<span class="muted small">${hint}</span>` : nothing}
      ${fault ? html`<span class="fault" role="alert">${fault}</span>` : nothing}
    </label>
  `;
}

/**
 * A form in a dialog; `send` is called with what was entered.
 *
 * @param {AdminScreen} screen
 * @param {{heading: string, button: string, danger?: boolean, wide?: boolean, blocked?: boolean, body: unknown, send: (form: FormData) => unknown}} question
 */
export function formDialog(screen, {heading, button, danger, wide, blocked, body, send}) {
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    send(new FormData(/** @type {HTMLFormElement} */ (event.target)));
  };
  return html`
    <cl-dialog .heading=${heading} ?wide=${wide} .open=${true} @close=${() => screen.answered()}>
      <form id="question" @submit=${submit}>${body} ${screen.refused()}</form>
      <button slot="actions" @click=${() => screen.answered()}>${screen.t('cancel')}</button>
      <button slot="actions" form="question" type="submit" class=${danger ? 'danger' : 'primary'} ?disabled=${screen.busy || blocked}>
        ${button}
      </button>
    </cl-dialog>
  `;
}

/** Something that is shown this once. @param {AdminScreen} screen @param {string} heading @param {string} secret */
export function secretDialog(screen, heading, secret) {
  return html`
    <cl-dialog .heading=${heading} .open=${true} @close=${() => screen.answered()}>
      <div class="stack">
        <p>${screen.t('secret.once')}</p>
        <code class="secret">${secret}</code>
      </div>
      ${navigator.clipboard
        ? html`<button slot="actions" @click=${() => copy(screen, secret)}><cl-icon name="copy"></cl-icon>${screen.t('copy')}</button>`
        : nothing}
      <button slot="actions" class="primary" @click=${() => screen.answered()}>${screen.t('secret.kept')}</button>
    </cl-dialog>
  `;
}

/** @param {AdminScreen} screen @param {string} text */
async function copy(screen, text) {
  await navigator.clipboard.writeText(text);
  screen.context.notify({kind: 'good', text: screen.t('copied')});
}

/** A moment in the reader's words. @param {AdminScreen} screen @param {string | null | undefined} instant */
export function moment(screen, instant) {
  if (!instant) {
    return nothing;
  }
  const at = new Date(instant);
  const shown = dateFormat(screen.context.locale, {dateStyle: 'medium', timeStyle: 'short'}).format(at);
  return html`<time datetime=${instant}>${shown}</time>`;
}

/** All rows of a list that comes in pages. @template T @param {AdminScreen} screen @param {string} path @returns {Promise<T[]>} */
export async function allOf(screen, path) {
  const items = /** @type {T[]} */ ([]);
  let cursor;
  do {
    const {body} = await screen.context.api.get(path, {query: {limit: 200, cursor}});
    items.push(...body.items);
    cursor = body.next;
  } while (cursor);
  return items;
}
