import {codeName, html, nothing, remembered} from '@clientele/ui';
import {written} from './written.js';

/** @typedef {import('./shapes.js').Customer} Customer */
/** @typedef {import('./shapes.js').Known} Known */
/** @typedef {import('./shapes.js').Value} Value */
/** @typedef {import('@clientele/ui').Fact} Fact */
/** @typedef {import('@clientele/ui').Option} Option */
/** @typedef {import('@clientele/ui').Column<Customer>} Column */
/** @typedef {Partial<import('./shapes.js').Profile>} Patch */

/** How customers can stand to the firm, and the tone each is shown in. @type {Record<string, string>} */
export const STATUS_TONES = {prospect: 'info', active: 'good', inactive: 'warn', archived: 'neutral'};
export const STATUSES = Object.keys(STATUS_TONES);

/** Facts that stand in the customer itself; all others are asked for with a list. @type {Record<string, (row: Customer) => Known>} */
const OWN = {
  name: (row) => row.name,
  'name.written': (row) => row.name,
  kind: (row) => row.kind,
  status: (row) => row.status,
  owner: (row) => row.owner,
  team: (row) => row.team,
  language: (row) => row.language,
  timeZone: (row) => row.timeZone,
  tag: (row) => row.tags,
  email: (row) => points(row, 'email'),
  phone: (row) => points(row, 'phone'),
  web: (row) => points(row, 'web'),
  identifier: (row) => row.identifiers.map((each) => `${each.source}:${each.id}`),
  id: (row) => row.id,
  createdAt: (row) => row.createdAt,
  updatedAt: (row) => row.updatedAt,
};

/** What a new list shows. */
export const USUAL = ['name', 'status', 'owner', 'address.city', 'timeline.lastContact', 'purchases.last', 'tag', 'email'];
/** @type {Record<string, number>} */
const WIDE = {name: 220, email: 200, tag: 160, web: 180};
const MOST_ASKED = 30;

/** @param {Customer} row @param {string} kind */
function points(row, kind) {
  return row.contactPoints.filter((point) => point.kind === kind).map((point) => point.value ?? '');
}

/** The facts of these columns that a list must be asked for. @param {string[]} names */
export function asked(names) {
  return names.filter((name) => !(name in OWN)).slice(0, MOST_ASKED).join(',');
}

/** The value of a fact in a row of a list. @param {Customer} row @param {string} name @returns {Known} */
export function valueOf(row, name) {
  return name in OWN ? OWN[name](row) : row.facts?.[name];
}

/** Columns of a list of customers, made of facts. */
export class Columns {
  /** @param {{context: import('@clientele/ui').Context, people: import('./people.js').People, facts: () => Fact[], save: (row: Customer, patch: Patch) => void}} around */
  constructor(around) {
    this.around = around;
  }

  /** @returns {import('@clientele/ui').Say} */
  get #t() {
    return (key, values) => this.around.context.t(key, values);
  }

  /** @param {Fact} fact */
  label(fact) {
    const language = this.around.context.locale.startsWith('zh') ? 'zh' : 'en';
    return fact.label[language] ?? fact.label.en ?? fact.name;
  }

  /** The columns of these facts, as far as those are there now; the same as before, unless something is new that cells show. @param {string[]} names */
  of(names) {
    const {context, people} = this.around;
    return this.#made(names.join(), this.around.facts(), context.locale, people.users, people.teams);
  }

  #made = remembered((/** @type {string} */ names, /** @type {Fact[]} */ facts, /** @type {unknown[]} */ ..._shown) => {
    const known = new Map(facts.map((fact) => [fact.name, fact]));
    return names.split(',').map((name) => known.get(name)).filter((fact) => fact !== undefined).map((fact) => this.#column(fact));
  });

  /** @param {Fact} fact @returns {Column} */
  #column(fact) {
    const {name} = fact;
    return {
      key: name,
      title: this.label(fact) + (fact.unit ? ` (${fact.unit})` : ''),
      width: WIDE[name] ?? (fact.type === 'number' ? 110 : 130),
      grow: name === 'name' ? 1.6 : 1,
      end: fact.type === 'number',
      sortable: fact.sortable,
      lead: name === 'name' ? (/** @type {Customer} */ row) => html`<cl-avatar name=${row.name} kind=${row.kind}></cl-avatar>` : undefined,
      render: (row) => this.cell(name, fact.type, valueOf(row, name)),
      edit: this.around.context.can('customers:write') ? this.#edit(name) : undefined,
    };
  }

  /** A value as it is shown. @param {string} name @param {string} type @param {Known} value */
  cell(name, type, value) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)) {
      return '';
    }
    if (name === 'status') {
      return html`<cl-pill tone=${STATUS_TONES[String(value)]}>${this.#t(`status.${value}`)}</cl-pill>`;
    }
    if (name === 'tag' && Array.isArray(value)) {
      return html`<span class="text" title=${value.join(', ')}>${value.slice(0, 3).map((tag) => html`<cl-pill>${tag}</cl-pill> `)}${value.length > 3 ? `+${value.length - 3}` : nothing}</span>`;
    }
    return Array.isArray(value) ? value.map((each) => this.text(name, type, each)).join(', ') : this.text(name, type, value);
  }

  /** A value in words. @param {string} name @param {string} type @param {Value} value */
  text(name, type, value) {
    const {people, context} = this.around;
    switch (name) {
      case 'owner':
        return people.user(String(value)) || String(value);
      case 'team':
        return people.team(String(value)) || String(value);
      case 'kind':
      case 'status':
        return this.#t(`${name}.${value}`);
      case 'language':
        return codeName('language', String(value), context.locale);
      case 'address.country':
        return codeName('region', String(value), context.locale);
      default:
        return written(type, value, context.locale);
    }
  }

  /** @param {string} name @returns {Column['edit']} */
  #edit(name) {
    const {people, save} = this.around;
    const nobody = {value: '', label: '–'};
    /** @param {'status' | 'owner' | 'team'} field @param {() => Option[]} options @returns {Column['edit']} */
    const choose = (field, options) => ({
      options,
      value: (row) => row[field] ?? '',
      save: (row, value) => save(row, {[field]: value || null}),
    });
    switch (name) {
      case 'name':
        return {value: (row) => row.name, save: (row, value) => save(row, {name: value})};
      case 'status':
        return choose(name, () => STATUSES.map((value) => ({value, label: this.#t(`status.${value}`)})));
      case 'owner':
        return choose(name, () => [nobody, ...people.userOptions]);
      case 'team':
        return choose(name, () => [nobody, ...people.teamOptions]);
      case 'tag':
        return {
          value: (row) => row.tags.join(', '),
          save: (row, value) => save(row, {tags: value.split(/[,，]/).map((tag) => tag.trim()).filter(Boolean)}),
        };
      default:
        return undefined;
    }
  }
}
