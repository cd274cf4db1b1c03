import {html, nothing} from '@clientele/ui';
import {written} from './written.js';

/** How customers can stand to the firm, and the tone each is shown in. */
export const STATUS_TONES = {prospect: 'info', active: 'good', inactive: 'warn', archived: 'neutral'};
export const STATUSES = Object.keys(STATUS_TONES);

/** Facts that stand in the customer itself; all others are asked for with a list. */
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
  identifier: (row) => (row.identifiers ?? []).map((each) => `${each.source}:${each.id}`),
  id: (row) => row.id,
  createdAt: (row) => row.createdAt,
  updatedAt: (row) => row.updatedAt,
};

/** What a new list shows. */
export const USUAL = ['name', 'status', 'owner', 'address.city', 'timeline.lastContact', 'purchases.last', 'tag', 'email'];
const WIDE = {name: 220, email: 200, tag: 160, web: 180};
const MOST_ASKED = 30;

function points(row, kind) {
  return (row.contactPoints ?? []).filter((point) => point.kind === kind).map((point) => point.value);
}

/** The facts of these columns that a list must be asked for. */
export function asked(names) {
  return names.filter((name) => !(name in OWN)).slice(0, MOST_ASKED).join(',');
}

/** The value of a fact in a row of a list. */
export function valueOf(row, name) {
  return name in OWN ? OWN[name](row) : row.facts?.[name];
}

/** Columns of a list of customers, made of facts. */
export class Columns {
  /** @param {{context: any, people: any, facts: () => any[], save: (row: any, patch: object) => void}} around */
  constructor(around) {
    this.around = around;
  }

  get #t() {
    return (key, values) => this.around.context.t(key, values);
  }

  label(fact) {
    const language = this.around.context.locale.startsWith('zh') ? 'zh' : 'en';
    return fact.label[language] ?? fact.label.en ?? fact.name;
  }

  /** The columns of these facts, as far as those are there now. */
  of(names) {
    const facts = new Map(this.around.facts().map((fact) => [fact.name, fact]));
    return names.filter((name) => facts.has(name)).map((name) => this.#column(facts.get(name)));
  }

  #column(fact) {
    const {name} = fact;
    return {
      key: name,
      title: this.label(fact) + (fact.unit ? ` (${fact.unit})` : ''),
      width: WIDE[name] ?? (fact.type === 'number' ? 110 : 130),
      grow: name === 'name' ? 1.6 : 1,
      end: fact.type === 'number',
      sortable: fact.sortable,
      lead: name === 'name' ? (row) => html`<cl-avatar name=${row.name} kind=${row.kind}></cl-avatar>` : undefined,
      render: (row) => this.cell(name, fact.type, valueOf(row, name)),
      edit: this.around.context.can('customers:write') ? this.#edit(name) : undefined,
    };
  }

  /** A value as it is shown. */
  cell(name, type, value) {
    if (value === undefined || value === null || value.length === 0) {
      return '';
    }
    if (name === 'status') {
      return html`<cl-pill tone=${STATUS_TONES[value]}>${this.#t(`status.${value}`)}</cl-pill>`;
    }
    if (name === 'tag') {
      return html`<span class="text" title=${value.join(', ')}>${value.slice(0, 3).map((tag) => html`<cl-pill>${tag}</cl-pill> `)}${value.length > 3 ? `+${value.length - 3}` : nothing}</span>`;
    }
    return Array.isArray(value) ? value.map((each) => this.text(name, type, each)).join(', ') : this.text(name, type, value);
  }

  /** A value in words. */
  text(name, type, value) {
    const {people, context} = this.around;
    switch (name) {
      case 'owner':
        return people.user(value) || value;
      case 'team':
        return people.team(value) || value;
      case 'kind':
      case 'status':
        return this.#t(`${name}.${value}`);
      default:
        return written(type, value, context.locale);
    }
  }

  #edit(name) {
    const {people, save} = this.around;
    const nobody = {value: '', label: '–'};
    const choose = (options) => ({
      options,
      value: (row) => row[name] ?? '',
      save: (row, value) => save(row, {[name]: value || null}),
    });
    switch (name) {
      case 'name':
        return {value: (row) => row.name, save: (row, value) => save(row, {name: value})};
      case 'status':
        return choose(() => STATUSES.map((value) => ({value, label: this.#t(`status.${value}`)})));
      case 'owner':
        return choose(() => [nobody, ...people.userOptions]);
      case 'team':
        return choose(() => [nobody, ...people.teamOptions]);
      case 'tag':
        return {
          value: (row) => (row.tags ?? []).join(', '),
          save: (row, value) => save(row, {tags: value.split(/[,，]/).map((tag) => tag.trim()).filter(Boolean)}),
        };
      default:
        return undefined;
    }
  }
}
