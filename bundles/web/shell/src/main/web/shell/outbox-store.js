/**
 * What waits to be sent.
 *
 * @typedef {object} Waiting
 * @property {string} key by which the server knows it, however often it is sent
 * @property {string} owner the user who wrote it
 * @property {string} path where it is sent to
 * @property {unknown} body
 * @property {string} title what it is
 * @property {string} text what was typed
 * @property {string} page where it was typed
 * @property {number} at when
 * @property {{status: number, text: string}} [refusal] why the server did not take it
 */

const NAME = 'cl-outbox';
const ITEMS = 'items';

/** Keeps what waits in this browser, over its end and that of the machine. */
export class OutboxStore {
  /** @param {string} owner @returns {Promise<Waiting[]>} in the order in which it was written */
  async of(owner) {
    const items = await this.#run('readonly', (items) => items.index('owner').getAll(owner));
    return /** @type {Waiting[]} */ (items).sort((a, b) => a.at - b.at);
  }

  /** @param {Waiting} item */
  async put(item) {
    await this.#run('readwrite', (items) => items.put(item));
  }

  /** @param {string} key */
  async remove(key) {
    await this.#run('readwrite', (items) => items.delete(key));
  }

  /**
   * Answers when it is on the disk, as far as the browser promises that.
   *
   * @template T
   * @param {IDBTransactionMode} mode @param {(items: IDBObjectStore) => IDBRequest<T>} ask
   * @returns {Promise<T>}
   */
  async #run(mode, ask) {
    const database = await opened();
    try {
      const transaction = database.transaction(ITEMS, mode, {durability: 'strict'});
      const request = ask(transaction.objectStore(ITEMS));
      await new Promise((done, failed) => {
        transaction.oncomplete = () => done(undefined);
        transaction.onabort = () => failed(transaction.error);
      });
      return request.result;
    } finally {
      database.close();
    }
  }
}

/** @returns {Promise<IDBDatabase>} */
function opened() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ITEMS, {keyPath: 'key'}).createIndex('owner', 'owner');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
