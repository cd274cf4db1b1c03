import {App} from './app.js';
import {Drafts} from './drafts.js';
import {Events} from './events.js';
import {offline} from './offline.js';
import {preferences} from './preferences.js';
import {Screens} from './screens.js';
import {Session} from './session.js';
import {SignIn} from './sign-in.js';
import {askAgain} from './session-over.js';

const session = new Session();
const events = new Events();
const screens = new Screens();
const app = new App();

/** @type {import('./context.js').Shared} */
const shared = {
  session,
  events,
  screens,
  navigate: (path) => app.navigate(path),
  notify: (notice) => /** @type {import('./toasts.js').Toasts} */ (app.querySelector('cl-toasts')).show(notice),
  signIn: () => askAgain(session, () => events.open()),
};

preferences.start();
events.follow('screens', (snapshot) => screens.take(snapshot));
/** @param {boolean} open */
events.connected = (open) => void (app.live = open);
app.shared = shared;
app.addEventListener('leave', async () => {
  events.close();
  offline.forget();
  await session.end();
  Drafts.forget(true);
  location.assign('/app/');
});

/** Shows the frame, or asks who is there first. */
async function start() {
  if (await session.load()) {
    Drafts.forget(false);
    document.body.replaceChildren(app);
    events.open();
    await Promise.all([screens.load(), offline.start(screens)]);
    return;
  }
  const form = new SignIn();
  form.session = session;
  form.addEventListener('done', start, {once: true});
  document.body.replaceChildren(form);
}

await start();
