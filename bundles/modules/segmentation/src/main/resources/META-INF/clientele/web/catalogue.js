import {codeName} from '@clientele/ui';
import {everything} from './pages.js';
import {day, decimal} from './numbers.js';

/**
 * @typedef {{name: string, type: string, label: Record<string, string>, unit?: string | null, many: boolean, sortable: boolean, source: string}} Fact
 * @typedef {{id: string, version: number, key: string, name: string, kind: 'rule' | 'list', filter: string | null, purpose: string, owner: string | null,
 *   validFrom: string | null, validUntil: string | null, fact: string, facts: string[], suspended: string | null, size: number,
 *   createdAt: string, changedAt: string, computedAt: string}} Segment
 */

const STATUSES = ['prospect', 'active', 'inactive', 'archived'];
const KINDS = ['person', 'organisation'];

/** What filters and figures are made of: the facts there are, the users, the other segments. */
export class Catalogue {
  /** @param {import('@clientele/ui').Screen} host */
  constructor(host) {
    this.host = host;
    this.facts = /** @type {Fact[]} */ ([]);
    /** The facts that a condition can be about; other segments have a place of their own. The same list at each drawing, so that no field is drawn over. */
    this.conditionFacts = /** @type {Fact[]} */ ([]);
    this.users = /** @type {Map<string, any>} */ (new Map());
    this.segments = /** @type {Segment[]} */ ([]);
    this.groups = /** @type {{key: string, label: Record<string, string>}[]} */ ([]);
    this.ready = false;
    /** Whether it was said how purchases become scores: before, no money is summed up. */
    this.scored = false;
    /** Settled when everything was read for the first time. */
    this.loaded = /** @type {Promise<void>} */ (Promise.resolve());
  }

  get context() {
    return this.host.context;
  }

  load() {
    this.loaded = this.#load();
    return this.loaded;
  }

  async #load() {
    const {api} = this.context;
    const [facts, users, rfm] = await Promise.all([
      api.get('/api/v1/facts'),
      everything(this.context, '/api/v1/users'),
      api.get('/api/v1/rfm/settings'),
      this.loadSegments(),
    ]);
    this.facts = facts.body.items;
    this.conditionFacts = this.facts.filter((fact) => fact.type !== 'words' && !fact.name.startsWith('segment.'));
    this.users = new Map(users.map((user) => [user.id, user]));
    this.groups = rfm.body.settings.groups;
    this.scored = rfm.body.version > 0;
    this.ready = true;
    this.host.requestUpdate();
  }

  async loadSegments() {
    this.segments = await everything(this.context, '/api/v1/segments');
    this.host.requestUpdate();
  }

  /** The facts that are one number of each customer. */
  get numberFacts() {
    return this.facts.filter((fact) => fact.type === 'number' && !fact.many);
  }

  /** The facts that are one text of each customer. */
  get textFacts() {
    return this.facts.filter((fact) => fact.type === 'text' && !fact.many);
  }

  /** @param {string} name */
  fact(name) {
    return this.facts.find((fact) => fact.name === name);
  }

  /** What a fact is called. @param {string} name */
  label(name) {
    const label = this.fact(name)?.label;
    return label?.[this.#language] ?? label?.en ?? name;
  }

  get #language() {
    return this.context.locale.startsWith('zh') ? 'zh' : 'en';
  }

  /** @param {string | null | undefined} id */
  user(id) {
    const user = this.users.get(id ?? '');
    return user ? user.name || user.login : '';
  }

  get userOptions() {
    return [...this.users.values()]
      .filter((user) => user.active)
      .map((user) => ({value: user.id, label: user.name || user.login}))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  /** What a group of RFM is called. @param {string} key */
  group(key) {
    const label = this.groups.find((group) => group.key === key)?.label;
    return label?.[this.#language] ?? label?.en ?? this.host.t('rfm.group.other');
  }

  /** What another segment is called. @param {string} key */
  segmentName(key) {
    return this.segments.find((segment) => segment.key === key)?.name ?? key;
  }

  /** Values for a filter to be chosen from. */
  suggest = async (/** @type {string} */ fact, /** @type {string} */ start) => {
    const chosen = (/** @type {string[]} */ values) => values.map((value) => ({value, label: this.said(fact, value)}));
    switch (fact) {
      case 'owner':
        return this.userOptions;
      case 'status':
        return chosen(STATUSES);
      case 'kind':
        return chosen(KINDS);
      case 'rfm.group':
        return chosen(this.groups.map((group) => group.key));
      default:
        return this.fact(fact)?.type === 'text' ? (await this.context.api.get(`/api/v1/facts/${fact}/values`, {query: {start}})).body.items : [];
    }
  };

  /** A value of a fact in words. */
  said = (/** @type {string} */ fact, /** @type {any} */ value) => {
    switch (fact) {
      case 'owner':
        return this.user(value) || value;
      case 'status':
        return STATUSES.includes(value) ? this.host.t(`status.${value}`) : value;
      case 'kind':
        return KINDS.includes(value) ? this.host.t(`kind.${value}`) : value;
      case 'rfm.group':
        return this.group(value);
      case 'language':
        return codeName('language', value, this.context.locale);
      case 'address.country':
        return codeName('region', value, this.context.locale);
      default:
        return this.#plain(this.fact(fact)?.type, value);
    }
  };

  /** @param {string | undefined} type @param {any} value */
  #plain(type, value) {
    const {locale} = this.context;
    if (type === 'number' && Number.isFinite(Number(value))) {
      return decimal(Number(value), locale);
    }
    if ((type === 'date' || type === 'instant') && !Number.isNaN(Date.parse(value))) {
      return day(value, locale);
    }
    return type === 'boolean' ? this.host.t(value === true || value === 'true' ? 'yes' : 'no') : String(value);
  }
}
