import {html, nothing} from '@clientele/ui';
import {field, formDialog} from './parts.js';

/** @typedef {import('./people.js').default} PeoplePage */
/** @typedef {import('./shapes.js').User} User */

const ROOT = '/api/v1/users';
export const ROLES = ['admin', 'manager', 'agent', 'auditor'];
export const SCOPES = ['own', 'team', 'all'];

/** Sends a user as it was read, with some of it changed. @param {PeoplePage} page @param {User} user @param {Record<string, unknown>} changes */
function put(page, user, changes) {
  const {login, name, roles, scope, team, active} = user;
  const body = {login, name, roles, scope, team, active, ...changes};
  return page.context.api.put(`${ROOT}/${user.id}`, {ifMatch: `"${user.version}"`, body});
}

/** A new user, or what is known of one. @param {PeoplePage} page @param {User} [user] */
export function userDialog(page, user) {
  return formDialog(page, {
    heading: user ? page.t('user.edit', user) : page.t('user.new'),
    button: page.t(user ? 'save' : 'add'),
    body: html`
      ${field(page.t('name'), html`<input name="name" required maxlength="200" autocomplete="off" .value=${user?.name ?? ''} />`, page.wrong('/name'))}
      ${field(page.t('login'), html`<input name="login" required maxlength="200" autocomplete="off" .value=${user?.login ?? ''} />`, page.wrong('/login'))}
      ${user ? nothing : field(page.t('password'), passwordInput(), page.wrong('/password'), page.t('password.hint'))}
      ${roleChoices(page, user)}
      ${field(page.t('scope'), scopes(page, user), page.wrong('/scope'))} ${field(page.t('team'), teams(page, user), page.wrong('/team'))}
    `,
    send: (form) => save(page, user, form),
  });
}

function passwordInput() {
  return html`<input name="password" type="password" required autocomplete="new-password" maxlength="2000" />`;
}

/** @param {PeoplePage} page @param {User | undefined} user */
function roleChoices(page, user) {
  const fault = page.wrong('/roles');
  return html`
    <fieldset>
      <legend>${page.t('roles')}</legend>
      ${ROLES.map(
        (role) => html`
          <label class="choice">
            <input type="checkbox" name="roles" value=${role} ?checked=${user ? user.roles.includes(role) : role === 'agent'} />
            <span>${page.t(`role.${role}`)} <span class="muted small">${page.t(`role.${role}.text`)}</span></span>
          </label>
        `,
      )}
      ${fault ? html`<span class="fault" role="alert">${fault}</span>` : nothing}
    </fieldset>
  `;
}

/** @param {PeoplePage} page @param {User | undefined} user */
function scopes(page, user) {
  return html`
    <select name="scope">
      ${user ? nothing : html`<option value="">${page.t('scope.byRole')}</option>`}
      ${SCOPES.map((scope) => html`<option value=${scope} ?selected=${user?.scope === scope}>${page.t(`scope.${scope}`)}</option>`)}
    </select>
  `;
}

/** @param {PeoplePage} page @param {User | undefined} user */
function teams(page, user) {
  return html`
    <select name="team">
      <option value="">${page.t('team.none')}</option>
      ${page.teams.map((team) => html`<option value=${team.id} ?selected=${user?.team === team.id}>${team.name}</option>`)}
    </select>
  `;
}

/** @param {PeoplePage} page @param {User | undefined} user @param {FormData} form */
async function save(page, user, form) {
  const entered = {
    name: form.get('name'),
    login: form.get('login'),
    roles: form.getAll('roles'),
    scope: form.get('scope') || null,
    team: form.get('team') || null,
  };
  const done = await page.act(() =>
    user ? put(page, user, entered) : page.context.api.post(ROOT, {body: {...entered, password: form.get('password')}}),
  );
  if (done) {
    finish(page, page.t(user ? 'user.saved' : 'user.added', {name: String(entered.name)}));
  }
}

/** @param {PeoplePage} page @param {User} user */
export function passwordDialog(page, user) {
  return formDialog(page, {
    heading: page.t('password.of', user),
    button: page.t('save'),
    body: field(page.t('password.new'), passwordInput(), page.wrong('/password'), page.t('password.hint')),
    send: async (form) => {
      if (await page.act(() => put(page, user, {password: form.get('password')}))) {
        finish(page, page.t('password.saved', user));
      }
    },
  });
}

/** Lets a user in, or keeps them out; either can be taken back. @param {PeoplePage} page @param {User} user */
export async function saveActive(page, user) {
  try {
    const changed = /** @type {User} */ ((await put(page, user, {active: !user.active})).body);
    const undo = async () => {
      await put(page, changed, {active: user.active});
      await page.load();
    };
    page.context.notify({kind: 'good', text: page.t(user.active ? 'user.deactivated' : 'user.activated', user), undo});
  } catch (failure) {
    page.context.notify({kind: 'bad', text: /** @type {Error} */ (failure).message});
  }
  page.load();
}

/** @param {PeoplePage} page @param {string} text */
function finish(page, text) {
  page.answered();
  page.context.notify({kind: 'good', text});
  page.load();
}
