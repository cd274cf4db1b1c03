import {same, thrown} from 'expect';
import {answered, oneAtATime} from '../../main/web/shell/asking.js';

Deno.test('is answered when the form is done', async () => {
  const [form, dialog] = [new EventTarget(), new EventTarget()];
  const answer = answered(form, dialog, () => new Error('closed'));
  form.dispatchEvent(new Event('done'));
  dialog.dispatchEvent(new Event('close'));
  same(await answer, undefined);
});

Deno.test('is refused when the dialog is closed, and asks again then', async () => {
  const dialogs = [];
  const ask = oneAtATime(() => {
    const [form, dialog] = [new EventTarget(), new EventTarget()];
    dialogs.push({form, dialog});
    return answered(form, dialog, () => new Error('closed'));
  });
  const [first, meanwhile] = [thrown(ask()), thrown(ask())];
  dialogs[0].dialog.dispatchEvent(new Event('close'));
  same([(await first).message, (await meanwhile).message, dialogs.length], ['closed', 'closed', 1]);
  const again = ask();
  dialogs[1].form.dispatchEvent(new Event('done'));
  same([await again, dialogs.length], [undefined, 2]);
});
