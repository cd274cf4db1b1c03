import {SignIn} from './sign-in.js';
import {t} from './texts.js';

/** @type {Promise<void> | undefined} */
let asking;

/**
 * Asks to sign in again above the page, which stays as it is. Whoever signs in is to be the one who was there: somebody else begins anew.
 *
 * @param {import('./session.js').Session} session @param {() => void} begun
 */
export function askAgain(session, begun) {
  asking ??= ask(session, begun).finally(() => (asking = undefined));
  return asking;
}

/** @param {import('./session.js').Session} session @param {() => void} begun */
async function ask(session, begun) {
  const before = session.id;
  const dialog = document.createElement('cl-dialog');
  const form = new SignIn();
  form.session = session;
  form.again = true;
  form.toggleAttribute('again', true);
  Object.assign(dialog, {heading: t('signIn.again'), open: true});
  dialog.append(form);
  document.body.append(dialog);
  await new Promise((done) => form.addEventListener('done', done, {once: true}));
  dialog.remove();
  await session.load();
  if (session.id !== before) {
    location.assign('/app/');
  }
  begun();
}
