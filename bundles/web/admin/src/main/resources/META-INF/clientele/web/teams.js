import {html, nothing} from '@clientele/ui';
import {field, formDialog} from './parts.js';

/** @typedef {import('./people.js').default} PeoplePage */
/** @typedef {import('./shapes.js').Team} Team */

const ROOT = '/api/v1/teams';

/** The teams, each below the one that it belongs to. @param {PeoplePage} page */
export function teamTree(page) {
  return page.teams.length
    ? branch(page, null, new Set())
    : html`
        <cl-empty icon="users-round" heading=${page.t('teams.none')}>
          ${page.t('teams.none.text')}
          <button slot="action" class="primary" @click=${() => page.ask('team')}>${page.t('team.new')}</button>
        </cl-empty>
      `;
}

/** @param {PeoplePage} page @param {string | null} parent @param {Set<string>} above @returns {unknown} */
function branch(page, parent, above) {
  const teams = page.teams.filter((team) => (team.parent ?? null) === parent && !above.has(team.id));
  return teams.length
    ? html`<ul class="tree">${teams.map((team) => html`<li>${leaf(page, team)} ${branch(page, team.id, new Set([...above, team.id]))}</li>`)}</ul>`
    : nothing;
}

/** @param {PeoplePage} page @param {Team} team */
function leaf(page, team) {
  const members = page.users.filter((user) => user.team === team.id);
  return html`
    <div class="row wrap">
      <strong>${team.name}</strong>
      <span class="muted small">${page.t('team.members', {n: members.length})}</span>
      ${members.map((user) => html`<cl-avatar .name=${user.name}></cl-avatar>`)}
      <button class="quiet" aria-label=${`${page.t('edit')} ${team.name}`} @click=${() => page.ask('team', {team})}>${page.t('edit')}</button>
    </div>
  `;
}

/** @param {PeoplePage} page @param {Team} [team] */
export function teamDialog(page, team) {
  const below = team ? descendants(page.teams, team.id) : new Set();
  return formDialog(page, {
    heading: team ? page.t('team.edit', team) : page.t('team.new'),
    button: page.t(team ? 'save' : 'add'),
    body: html`
      ${field(page.t('name'), html`<input name="name" required maxlength="200" autocomplete="off" .value=${team?.name ?? ''} />`, page.wrong('/name'))}
      ${field(
        page.t('team.parent'),
        html`
          <select name="parent">
            <option value="">${page.t('team.top')}</option>
            ${page.teams
              .filter((each) => !below.has(each.id))
              .map((each) => html`<option value=${each.id} ?selected=${team?.parent === each.id}>${each.name}</option>`)}
          </select>
        `,
        page.wrong('/parent'),
      )}
    `,
    send: (form) => save(page, team, {name: form.get('name'), parent: form.get('parent') || null}),
  });
}

/** A team and all below it: none of them can be above it. @param {Pick<Team, 'id' | 'parent'>[]} teams @param {string} id @returns {Set<string>} */
export function descendants(teams, id) {
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    teams.filter((team) => found.has(team.parent ?? '')).forEach((team) => found.add(team.id));
  }
  return found;
}

/** @param {PeoplePage} page @param {Team | undefined} team @param {{name: unknown, parent: unknown}} body */
async function save(page, team, body) {
  const {api} = page.context;
  const done = await page.act(() => (team ? api.put(`${ROOT}/${team.id}`, {ifMatch: `"${team.version}"`, body}) : api.post(ROOT, {body})));
  if (done) {
    page.answered();
    page.context.notify({kind: 'good', text: page.t('team.saved', {name: String(body.name)})});
    page.load();
  }
}
