import {format, language} from '@clientele/ui';
import {Api} from './api.js';
import {Drafts} from './drafts.js';
import {offline} from './offline.js';
import {preferences} from './preferences.js';

/** @typedef {import('./screens.js').Contribution} Contribution */
/** @typedef {import('./screens.js').Bundle} Bundle */
/** @typedef {{kind?: 'good' | 'bad' | 'info', text: string, undo?: () => Promise<unknown>}} Notice */
/**
 * What all screens share.
 *
 * @typedef {object} Shared
 * @property {import('./events.js').Events} events
 * @property {import('./session.js').Session} session
 * @property {import('./screens.js').Screens} screens
 * @property {import('./outbox.js').Outbox} outbox
 * @property {(path: string) => void} navigate
 * @property {(notice: Notice) => void} notify
 * @property {() => void} tour
 * @property {(contribution: Contribution, subject: Record<string, unknown>) => Promise<void>} run
 * @property {() => Promise<void>} signIn
 */

/** @type {Map<string, Promise<Record<string, string>>>} */
const loaded = new Map();

/** The texts of a bundle in the language of the moment. @param {Bundle} bundle */
async function texts(bundle) {
  const address = bundle.texts?.[language.locale] ?? bundle.texts?.en;
  if (!address) {
    return {};
  }
  const url = bundle.base + address;
  if (!loaded.has(url)) {
    loaded.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : {})));
  }
  return /** @type {Promise<Record<string, string>>} */ (loaded.get(url));
}

/** What a screen knows of the world around it. */
export class Context {
  /** @param {Shared} shared @param {Bundle} bundle */
  constructor(shared, bundle) {
    this.shared = shared;
    this.bundle = bundle;
    this.events = shared.events;
    this.session = shared.session;
    this.outbox = shared.outbox;
    this.drafts = new Drafts(`${shared.session.id}:${bundle.bundle}`);
    /** Told when the server says that the module is away, and when it is back. @type {(away: boolean) => void} */
    this.away = () => {};
    this.api = new Api({signIn: shared.signIn, away: (away) => this.away(away), read: offline.read});
    /** @type {Record<string, string>} */
    this.texts = {};
  }

  /** Loads the texts; to be awaited before a screen is shown, and again when the language changes. */
  async prepare() {
    this.texts = await texts(this.bundle);
    return this;
  }

  /** The texts of the bundle whose name ends with this noun, in the language of the moment: for whoever tells of what it does. @param {string} noun */
  async textsOf(noun) {
    const found = this.shared.screens.bundles.find(({bundle}) => bundle.split('.').at(-1) === noun);
    return found ? texts(found) : {};
  }

  /** Tells when texts of another language are there. @param {() => void} listener @returns {() => void} */
  onLanguage(listener) {
    const off = language.watch(async () => {
      await this.prepare();
      listener();
    });
    return () => void off();
  }

  /** Tells when other screens are there than before. @param {() => void} listener @returns {() => void} */
  onScreens(listener) {
    const {screens} = this.shared;
    screens.addEventListener('change', listener);
    return () => screens.removeEventListener('change', listener);
  }

  get locale() {
    return language.tag;
  }

  get theme() {
    return preferences.theme;
  }

  /** What the user chose for this browser, and the way to choose something else. */
  get preferences() {
    return preferences;
  }

  /** @param {string} key @param {Record<string, unknown>} [values] */
  t(key, values) {
    return format(this.texts[key] ?? key, language.tag, values);
  }

  /** Whether the user has a permission such as `customers:write`. @param {string | undefined} permission */
  can(permission) {
    return this.session.can(permission);
  }

  /** @param {string} path such as `customers/0HXK…` */
  navigate(path) {
    this.shared.navigate(path);
  }

  /** @param {Notice} notice */
  notify(notice) {
    this.shared.notify(notice);
  }

  /** Runs an action, and says what came of it. @param {Contribution} contribution @param {Record<string, unknown>} [subject] */
  run(contribution, subject = {}) {
    return this.shared.run(contribution, subject);
  }

  /** Shows around. */
  tour() {
    this.shared.tour();
  }

  /** What bundles contribute to a place: `cards` of a customer, `actions` of a list. @param {string} kind @param {string} [place] */
  contributions(kind, place) {
    return this.shared.screens.of(kind, place).filter((each) => this.can(each.permission));
  }
}
