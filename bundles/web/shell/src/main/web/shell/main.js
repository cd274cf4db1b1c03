import {Problem} from '@clientele/ui';
import {Api} from './api.js';
import {App} from './app.js';
import {run} from './commands.js';
import {Drafts} from './drafts.js';
import {Events} from './events.js';
import {sureToLeave} from './leaving.js';
import {offline} from './offline.js';
import {Outbox} from './outbox.js';
import {OutboxStore} from './outbox-store.js';
import {showNothingOnceLeft} from './page-cache.js';
import {preferences} from './preferences.js';
import {Screens} from './screens.js';
import {Session} from './session.js';
import {SignIn} from './sign-in.js';
import {askingAgain} from './session-over.js';
import {t} from './texts.js';

/** For so long the stream of events may take to bring the first snapshot of the screens. */
const PATIENCE_MILLIS = 2000;
/** After so long what could not be sent is tried again; without a connection the browser says when there is one. */
const SOON_MILLIS = 3000;

const session = new Session();
const events = new Events();
const screens = new Screens();
const outbox = new Outbox({session, store: new OutboxStore(), send, deliver, whoIsThere: () => session.whoIsThere(), alone, soon});
const app = new App();

/** @type {import('./context.js').Shared} */
const shared = {
  session,
  events,
  screens,
  outbox,
  navigate: (path) => app.navigate(path),
  notify: (notice) => /** @type {import('./toasts.js').Toasts} */ (app.querySelector('cl-toasts')).show(notice),
  tour: () => /** @type {import('./tour.js').Tour} */ (app.querySelector('cl-tour')).start(),
  run: (contribution, subject) => run(shared, contribution, subject),
  signIn: askingAgain(session, () => events.open()),
};

/** Whoever has just written it is there to sign in. @param {import('./outbox-store.js').Waiting} item */
function send({path, body, key}) {
  return new Api({signIn: shared.signIn, away: () => {}}).post(path, {body, idempotencyKey: key});
}

/** Nobody is asked to sign in for what is sent by itself. @param {import('./outbox-store.js').Waiting} item */
function deliver({path, body, key}) {
  return new Api({signIn: session.refuse, away: () => {}}).post(path, {body, idempotencyKey: key});
}

/** @type {import('./outbox.js').Around['alone']} */
async function alone(work) {
  await navigator.locks.request('cl-outbox', {ifAvailable: true}, (lock) => (lock ? work() : undefined));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let next;

/** @type {import('./outbox.js').Around['soon']} */
function soon(work) {
  clearTimeout(next);
  if (navigator.onLine) {
    next = setTimeout(work, SOON_MILLIS);
  }
}

preferences.start();
events.follow('screens', (announced) => screens.follow(announced));
/** @param {boolean} open */
events.connected = (open) => {
  app.live = open;
  void (open ? outbox.flush() : screens.load());
};
addEventListener('online', () => {
  if (session.id) {
    // The browser itself would wait before it connects again.
    events.open();
    void outbox.flush();
  }
});
const otherWindows = new BroadcastChannel('cl-outbox');
otherWindows.onmessage = (/** @type {MessageEvent<string>} */ {data}) => (data === 'left' ? begin() : void outbox.refresh());
showNothingOnceLeft();
for (const [type, kind] of /** @type {const} */ ([['sent', 'good'], ['refused', 'bad']])) {
  outbox.addEventListener(type, (event) => {
    const {title} = /** @type {CustomEvent} */ (event).detail;
    shared.notify({kind, text: t(`outbox.${type}.one`, {title})});
    otherWindows.postMessage(type);
  });
}
app.shared = shared;
app.addEventListener('leave', async () => {
  if (outbox.items.length && !(await sureToLeave(outbox.items.length))) {
    return;
  }
  try {
    await session.end();
  } catch {
    shared.notify({kind: 'bad', text: t('signOut.failed')});
    return;
  }
  await offline.forget();
  otherWindows.postMessage('left');
  begin();
});

/** Begins anew, with nothing of whoever was here. */
function begin() {
  events.close();
  Drafts.forget(true);
  location.assign('/app/');
}

/** Shows the frame, or asks who is there first. */
async function start() {
  if (await isSomebodyThere()) {
    Drafts.forget(false);
    document.body.replaceChildren(app);
    events.open();
    setTimeout(() => screens.load(), PATIENCE_MILLIS);
    offline.start(screens, session);
    await outbox.refresh();
    return;
  }
  const form = new SignIn();
  form.session = session;
  form.addEventListener('done', start, {once: true});
  document.body.replaceChildren(form);
}

/** Asks the server; one that cannot say is asked again when the user wants that, or when there is a connection. */
async function isSomebodyThere() {
  for (;;) {
    try {
      return await session.load();
    } catch (problem) {
      await again(/** @type {Problem} */ (problem));
    }
  }
}

/** @param {Problem} problem @returns {Promise<void>} */
function again({status}) {
  const main = document.createElement('main');
  const [name, error] = ['h1', 'cl-error'].map((tag) => document.createElement(tag));
  name.textContent = 'Clientele';
  main.className = 'waiting';
  main.append(name, Object.assign(error, {problem: new Problem({status, title: t('failed')})}));
  document.body.replaceChildren(main);
  return new Promise((resolve) => {
    error.addEventListener('retry', () => resolve());
    addEventListener('online', () => resolve(), {once: true});
  });
}

// Not awaited: screens import what is in this file, which is ready for them when it has run to its end.
void start();
