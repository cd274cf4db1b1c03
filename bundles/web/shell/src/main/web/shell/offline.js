/** @typedef {import('./screens.js').Screens} Screens */

/** Lets the product be used without a connection; browsers that cannot do that go without. */
export const offline = {
  /** @param {Screens} screens */
  async start(screens) {
    if (!navigator.serviceWorker) {
      return;
    }
    await navigator.serviceWorker.register('/worker.js', {scope: '/'});
    screens.addEventListener('change', () => this.keep(screens));
    this.keep(screens);
  },

  /** Names the files that are in use. @param {Screens} screens */
  keep({bundles, shell}) {
    if (shell) {
      navigator.serviceWorker.controller?.postMessage({keep: [`/web/${shell}/`, ...bundles.map(({base}) => base)]});
    }
  },

  /** Forgets what was read, for whoever comes next. */
  forget() {
    navigator.serviceWorker?.controller?.postMessage({forget: true});
  },
};
