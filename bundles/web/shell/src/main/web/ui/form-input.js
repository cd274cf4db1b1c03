import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {ticked, typed} from './handlers.js';
import {at} from './pointers.js';

/** What a field is filled in with. @param {import('./form.js').ClForm} form @param {import('./shapes.js').Field} field @param {{pointer: string, faults: string[]}} place */
export function input(form, field, {pointer, faults}) {
  const value = at(form.value, pointer) ?? '';
  const wrong = faults.length ? 'true' : nothing;
  const told = faults.length ? `${pointer}!` : nothing;
  const {label, placeholder = ''} = field;
  const set = typed((entered) => form.set(pointer, entered === '' && !field.keepEmpty ? undefined : entered));
  switch (field.kind) {
    case 'area':
      return html`<textarea id=${pointer} aria-invalid=${wrong} aria-describedby=${told} rows=${field.rows ?? 3} placeholder=${placeholder} .value=${live(String(value))} @input=${set}></textarea>`;
    case 'select':
      return html`<select id=${pointer} aria-label=${label} aria-invalid=${wrong} aria-describedby=${told} @change=${set}>
        ${field.required && value ? nothing : html`<option value="" ?selected=${!value}>${field.none ?? '–'}</option>`}
        ${(field.options ?? []).map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
      </select>`;
    case 'check':
      return html`<label class="check"><input type="checkbox" id=${pointer} .checked=${live(value === true)} @change=${ticked((is) => form.set(pointer, is))} />${label}</label>`;
    case 'tags':
      return html`<input id=${pointer} aria-invalid=${wrong} aria-describedby=${told} placeholder=${placeholder} .value=${live(Array.isArray(value) ? value.join(', ') : '')}
        @change=${typed((entered) => form.set(pointer, entered.split(/[,，]/).map((tag) => tag.trim()).filter(Boolean)))} />`;
    default:
      return html`<input id=${pointer} aria-label=${label} type=${field.kind ?? 'text'} aria-invalid=${wrong} aria-describedby=${told} autocomplete=${field.autocomplete ?? 'off'}
        placeholder=${placeholder} .value=${live(String(value))} @input=${set} />`;
  }
}
