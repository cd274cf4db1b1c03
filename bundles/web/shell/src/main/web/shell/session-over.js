import {Problem} from '@clientele/ui';
import {answered, oneAtATime} from './asking.js';
import {SignIn} from './sign-in.js';
import {t} from './texts.js';

/**
 * Asks to sign in again above the page, which stays as it is. Whoever signs in is to be the one who was there: somebody else begins anew. Whoever
 * closes it is asked again with the next request.
 *
 * @param {import('./session.js').Session} session @param {() => void} begun
 */
export function askingAgain(session, begun) {
  return oneAtATime(() => ask(session, begun));
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
  try {
    await answered(form, dialog, () => new Problem({status: 401, title: t('signIn.nobody')}));
  } finally {
    dialog.remove();
  }
  await session.load();
  if (session.id !== before) {
    location.assign('/app/');
    // What was about to be sent is not to be sent in another's name while the page goes.
    await new Promise(() => {});
  }
  begun();
}
