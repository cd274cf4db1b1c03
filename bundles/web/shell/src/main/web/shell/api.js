import {Problem, language, word} from '@clientele/ui';

/**
 * @typedef {object} Options
 * @property {Record<string, unknown> | URLSearchParams} [query]
 * @property {unknown} [body] JSON, or what `fetch` sends as it is: FormData, Blob, ArrayBuffer
 * @property {string} [ifMatch]
 * @property {string | null} [idempotencyKey] null sends none
 * @property {AbortSignal} [signal]
 * @property {string} [contentType] of a body that is no JSON
 */

/** @typedef {{status: number, body: any, etag: string | null, location: string | null}} Answer */

const AWAY = 'module-away';
const LONGEST_WAIT_SECONDS = 5;
const MOST_TRIES = 60;
const KEY = 'Idempotency-Key';
/** Of these nobody can say whether the server did what was asked. */
const UNDECIDED = [502, 504];

/** The keys of what was sent and not answered, by what that is: whoever sends the same again gets what came of it, and not the same twice. @type {Map<string, string>} */
const unanswered = new Map();

/** Requests to the server: problems are thrown, what is away for a moment is asked again, and a session that ended is begun anew. */
export class Api {
  /** @param {{signIn: () => Promise<void>, away: (away: boolean) => void, read?: (url: string, answer: Response) => void}} around */
  constructor(around) {
    this.around = around;
  }

  /** @param {string} path @param {Options} [options] */
  get(path, options) {
    return this.send('GET', path, options);
  }

  /** @param {string} path @param {Options} [options] */
  post(path, options) {
    return this.send('POST', path, options);
  }

  /** @param {string} path @param {Options} [options] */
  put(path, options) {
    return this.send('PUT', path, options);
  }

  /** @param {string} path @param {Options} [options] */
  patch(path, options) {
    return this.send('PATCH', path, options);
  }

  /** @param {string} path @param {Options} [options] */
  del(path, options) {
    return this.send('DELETE', path, options);
  }

  /** @param {string} method @param {string} path @param {Options} [options] @returns {Promise<Answer>} */
  async send(method, path, options = {}) {
    const url = path + queryOf(options.query);
    const init = request(method, url, options);
    for (let tries = 1; ; tries++) {
      const answer = await reach(url, init);
      if (answer.ok) {
        this.around.away(false);
        if (method === 'GET') {
          this.around.read?.(url, answer);
        }
        return read(answer);
      }
      const problem = await problemOf(answer);
      if (problem.kind === AWAY && tries < MOST_TRIES) {
        this.around.away(true);
        await pause(answer.headers.get('Retry-After'), options.signal);
      } else if (problem.status === 401 && tries < MOST_TRIES && !path.endsWith('/session')) {
        await this.around.signIn();
      } else {
        this.around.away(false);
        throw problem;
      }
    }
  }
}

/** @param {Record<string, unknown> | URLSearchParams | undefined} query */
function queryOf(query) {
  if (!query) {
    return '';
  }
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const known = given.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return known.length ? `?${new URLSearchParams(known.map(([name, value]) => [name, String(value)]))}` : '';
}

/** @param {string} method @param {string} url @param {Options} options @returns {RequestInit & {headers: Headers}} */
function request(method, url, {body, ifMatch, idempotencyKey, signal, contentType}) {
  const headers = new Headers({Accept: 'application/json', 'Accept-Language': language.tag});
  const raw = body instanceof FormData || body instanceof Blob || body instanceof ArrayBuffer || typeof body === 'string';
  if (body !== undefined && !(body instanceof FormData)) {
    const json = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    headers.set('Content-Type', contentType ?? (raw ? 'application/octet-stream' : json));
  }
  if (ifMatch) {
    headers.set('If-Match', ifMatch);
  }
  const sent = body === undefined ? undefined : raw ? /** @type {BodyInit} */ (body) : JSON.stringify(body);
  if (method === 'POST' && idempotencyKey !== null && !raw) {
    headers.set(KEY, idempotencyKey ?? unanswered.get(`${url} ${sent}`) ?? newKey());
  }
  return {method, headers, signal, body: sent, credentials: 'same-origin'};
}

export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} url @param {RequestInit & {headers: Headers}} init */
async function reach(url, init) {
  const what = `${url} ${init.body}`;
  const key = init.headers.get(KEY);
  const remember = () => key && unanswered.set(what, key);
  try {
    const answer = await fetch(url, init);
    unanswered.delete(what);
    if (UNDECIDED.includes(answer.status)) {
      remember();
    }
    return answer;
  } catch (failure) {
    if (init.signal?.aborted) {
      throw failure;
    }
    remember();
    throw new Problem({status: 0, type: 'offline', title: word('error.offline')});
  }
}

/** @param {Response} answer @returns {Promise<Answer>} */
async function read(answer) {
  const json = /json/.test(answer.headers.get('Content-Type') ?? '');
  const body = answer.status === 204 ? undefined : json ? await answer.json() : await answer.text();
  return {status: answer.status, body, etag: answer.headers.get('ETag'), location: answer.headers.get('Location')};
}

/** @param {Response} answer */
async function problemOf(answer) {
  try {
    return new Problem({...(await answer.json()), status: answer.status});
  } catch {
    return new Problem({status: answer.status, title: answer.statusText || `HTTP ${answer.status}`});
  }
}

/** @param {string | null} retryAfter @param {AbortSignal} [signal] */
function pause(retryAfter, signal) {
  const seconds = Math.min(LONGEST_WAIT_SECONDS, Math.max(0.25, Number(retryAfter) || 0));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
