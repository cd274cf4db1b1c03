import {t} from './texts.js';

/** Asks whether to sign out though something waits to be sent. @param {number} waiting @returns {Promise<boolean>} */
export async function sureToLeave(waiting) {
  const dialog = document.createElement('cl-dialog');
  const text = document.createElement('p');
  text.textContent = t('leave.text', {n: waiting});
  /** @param {string} label */
  const button = (label) => {
    const made = document.createElement('button');
    Object.assign(made, {slot: 'actions', textContent: label});
    return made;
  };
  const [stay, leave] = [button(t('leave.stay')), button(t('signOut'))];
  leave.className = 'primary';
  dialog.append(text, stay, leave);
  Object.assign(dialog, {heading: t('leave.title'), open: true});
  document.body.append(dialog);
  const sure = await new Promise((decided) => {
    leave.addEventListener('click', () => decided(true));
    stay.addEventListener('click', () => decided(false));
    dialog.addEventListener('close', () => decided(false));
  });
  dialog.remove();
  return sure;
}
