import {Problem, word} from '@clientele/ui';
import {offline} from './offline.js';

/** @typedef {{id: string, login: string, name: string, roles: string[]}} User */

/** Who is signed in, and what they may do. */
export class Session {
  constructor() {
    /** @type {User | undefined} */
    this.user = undefined;
    /** @type {string[]} */
    this.permissions = [];
    this.scope = '';
  }

  get id() {
    return this.user?.id ?? '';
  }

  /** Asks the server; false if nobody is signed in. Throws if it cannot say. */
  async load() {
    const answer = await asked();
    if (answer.status === 401) {
      await offline.forget();
      return false;
    }
    if (!answer.ok) {
      throw new Problem({status: answer.status, title: word('error.title')});
    }
    Object.assign(this, await answer.json());
    await offline.belongTo(this.id);
    return true;
  }

  /** The user whom the server takes requests for now, or '' while it cannot be asked: another window may have signed somebody else in. */
  async whoIsThere() {
    try {
      const answer = await fetch('/api/v1/session', {headers: {Accept: 'application/json'}});
      return answer.ok && !answer.headers.has('X-Clientele-Offline') ? String((await answer.json()).user.id) : '';
    } catch {
      return '';
    }
  }

  /** For what must not ask. @returns {Promise<void>} */
  refuse() {
    return Promise.reject(new Problem({status: 401, title: 'Nobody is signed in'}));
  }

  /** @param {string | undefined} permission */
  can(permission) {
    return !permission || this.permissions.some((held) => held === permission || held === `*:${permission.split(':')[1]}`);
  }

  /** Begins a session; answers what was wrong, or nothing. @param {string} login @param {string} password */
  async begin(login, password) {
    const answer = await fetch('/api/v1/session', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Accept: 'application/json'},
      body: JSON.stringify({login, password}),
    });
    if (answer.ok) {
      // Not when the session is loaded: without a connection that would be the one of whoever was here before.
      await offline.belongTo((await answer.json()).user.id);
      return undefined;
    }
    return {status: answer.status, retryAfter: Number(answer.headers.get('Retry-After') ?? 0)};
  }

  /** Ends the session; throws if the server did not. */
  async end() {
    const answer = await fetch('/api/v1/session', {method: 'DELETE'});
    if (!answer.ok && answer.status !== 401) {
      throw new Problem({status: answer.status});
    }
  }
}

async function asked() {
  try {
    return await fetch('/api/v1/session', {headers: {Accept: 'application/json'}});
  } catch {
    throw new Problem({status: 0, type: 'offline', title: word('error.offline')});
  }
}
