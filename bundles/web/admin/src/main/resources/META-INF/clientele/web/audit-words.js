import {dateFormat, numberFormat} from '@clientele/ui';
import {allOf} from './parts.js';

/** @typedef {import('./admin-screen.js').AdminScreen} AdminScreen */
/** @typedef {import('./shapes.js').AuditEntry} AuditEntry */

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** Where the id of a customer stands in what the registry tells. */
const CUSTOMERS = ['customer', 'survivor', 'other', 'changed'];
/** Actions and things begin with these in the texts, of this bundle and of modules. */
const KNOWN = ['audit.did.', 'audit.thing.'];

/** What the audit says, in the language of the page. A module's own words are in its texts; what nobody has words for is said as it is. */
export class AuditWords {
  /** @param {AdminScreen} page */
  constructor(page) {
    this.page = page;
    /** Texts of modules, by the first word of their actions. @type {Map<string, Record<string, string>>} */
    this.modules = new Map();
    /** Names of users and teams by their ids. @type {Map<string, string>} */
    this.names = new Map();
  }

  /** Learns who users and teams are. */
  async meet() {
    /** @param {string} path @returns {Promise<{id: string, name: string, login?: string}[]>} */
    const all = (path) => allOf(this.page, path);
    const known = await Promise.all([all('/api/v1/users'), all('/api/v1/teams')]);
    this.names = new Map(known.flat().map(({id, name, login}) => [id, name || login || id]));
  }

  /** Learns the words of the modules whose actions these are. @param {AuditEntry[]} entries */
  async learn(entries) {
    const {context} = this.page;
    const nouns = [...new Set(entries.map(({action}) => nounOf(action)))];
    const found = await Promise.all(nouns.map(async (noun) => /** @type {const} */ ([noun, await context.textsOf(noun)])));
    this.modules = new Map(found);
  }

  /** @param {string} key @param {Record<string, unknown>} [values] */
  t(key, values) {
    return this.page.t(key, values);
  }

  /** @param {string} key @param {string} action */
  #known(key, action) {
    return this.modules.get(nounOf(action))?.[key] ?? this.page.context.texts[key];
  }

  /** What was done; nothing if there are no words for it. @param {string} action */
  action(action) {
    return this.#known(`audit.did.${action}`, action);
  }

  /** What it was done to. @param {AuditEntry} entry */
  thing({subject, action}) {
    return this.#known(`audit.thing.${subject}`, action) ?? subject;
  }

  /** The name of what it was done to, if it is a user or a team. @param {string} id */
  name(id) {
    return this.names.get(id);
  }

  /** What a field is called. @param {string} name @param {string} action */
  label(name, action) {
    return this.#known(`audit.field.${name}`, action) ?? name;
  }

  /** Whether a value is the id of a customer. @param {string} name @param {unknown} value @param {string} action */
  isCustomer(name, value, action) {
    return action.startsWith('registry.') && CUSTOMERS.includes(name) && typeof value === 'string';
  }

  /** A value in words. @param {string} name @param {string | number | boolean} value @param {string} action */
  said(name, value, action) {
    const {locale} = this.page.context;
    if (typeof value === 'number') {
      return numberFormat(locale, {maximumFractionDigits: 20}).format(value);
    }
    const text = String(value);
    if (text === 'true' || text === 'false') {
      return this.t(text === 'true' ? 'yes' : 'no');
    }
    if (INSTANT.test(text)) {
      return dateFormat(locale, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(text));
    }
    if (DATE.test(text)) {
      return dateFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'}).format(new Date(text));
    }
    return this.names.get(text) ?? this.#coded(name, text, action);
  }

  /** The words for a code; roles are several, with blanks between. @param {string} name @param {string} text @param {string} action */
  #coded(name, text, action) {
    const of = (/** @type {string} */ code) => this.#known(`audit.value.${name}.${code.toLowerCase()}`, action);
    const codes = text.split(' ').map(of);
    return of(text) ?? (codes.every(Boolean) ? codes.join(', ') : text);
  }

  /** All words for actions and things, to be proposed to whoever looks for some. @returns {Map<string, string>} codes by their words */
  get codes() {
    const texts = [this.page.context.texts, ...this.modules.values()].flatMap((each) => Object.entries(each));
    const known = texts.flatMap(([key, words]) => KNOWN.filter((start) => key.startsWith(start)).map((start) => /** @type {const} */ ([words, key.slice(start.length)])));
    return new Map(known);
  }

  /** What the server knows something by that somebody typed: it finds codes. @param {string} typed */
  codeOf(typed) {
    const words = typed.trim().toLowerCase();
    return [...this.codes].find(([each]) => each.toLowerCase() === words)?.[1] ?? typed;
  }
}

/** @param {string} action such as `registry.CustomerAdded` */
function nounOf(action) {
  return action.split('.')[0];
}
