import {html, nothing} from '@clientele/ui';
import {AdminScreen} from './admin-screen.js';
import {allOf, table} from './parts.js';
import {common} from './styles.js';
import {teamDialog, teamTree} from './teams.js';
import {passwordDialog, saveActive, userDialog} from './user-dialog.js';
import {rolesTable} from './roles.js';

const PAGE = 'admin/people';

/** Who works here, in which teams, and what their roles let them do. */
export default class PeoplePage extends AdminScreen {
  static properties = {users: {state: true}, teams: {state: true}};

  static styles = [common];

  constructor() {
    super();
    /** @type {import('./shapes.js').User[]} */
    this.users = [];
    /** @type {import('./shapes.js').Team[]} */
    this.teams = [];
  }

  async fetch() {
    [this.users, this.teams] = await Promise.all([allOf(this, '/api/v1/users'), allOf(this, '/api/v1/teams')]);
  }

  get view() {
    return ['teams', 'roles'].includes(this.path) ? this.path : 'users';
  }

  /** @returns {import('lit').TemplateResult} */
  render() {
    const adds = this.view === 'teams' ? 'team' : 'user';
    return html`
      <cl-page .heading=${this.t('people.title')}>
        ${this.view === 'roles'
          ? nothing
          : html`<button slot="actions" class="primary" @click=${() => this.ask(adds)}><cl-icon name="plus"></cl-icon>${this.t(`${adds}.new`)}</button>`}
        ${this.shownWhenLoaded(this.content())}
      </cl-page>
      ${this.dialog()}
    `;
  }

  /** @returns {unknown} */
  dialog() {
    switch (this.asked?.kind) {
      case 'user':
        return userDialog(this, this.asked.user);
      case 'password':
        return passwordDialog(this, this.asked.user);
      case 'team':
        return teamDialog(this, this.asked.team);
      default:
        return nothing;
    }
  }

  content() {
    const tabs = [
      {key: 'users', label: this.t('users'), count: this.users.length},
      {key: 'teams', label: this.t('teams'), count: this.teams.length},
      {key: 'roles', label: this.t('roles')},
    ];
    const select = (/** @type {CustomEvent} */ event) => this.context.navigate(event.detail === 'users' ? PAGE : `${PAGE}/${event.detail}`);
    const view = {users: () => this.userList(), teams: () => teamTree(this), roles: () => rolesTable(this)}[this.view];
    return html`
      <div class="body">
        <cl-tabs .label=${this.t('people.title')} .tabs=${tabs} .selected=${this.view} @select=${select}></cl-tabs>
        ${this.users.length === 1 && this.view === 'users' ? html`<p class="banner"><cl-icon name="info"></cl-icon><span>${this.t('users.first')}</span></p>` : nothing}
        ${view?.()}
      </div>
    `;
  }

  userList() {
    return table(
      this.t('users'),
      [
        {label: this.t('name'), cell: (each) => each.name},
        {label: this.t('login'), cell: (each) => html`<code>${each.login}</code>`},
        {label: this.t('roles'), cell: (each) => html`<span>${each.roles.map((role) => html`<cl-pill>${this.t(`role.${role}`)}</cl-pill> `)}</span>`},
        {label: this.t('scope'), cell: (each) => this.t(`scope.${each.scope}`)},
        {label: this.t('team'), cell: (each) => this.teams.find((team) => team.id === each.team)?.name ?? nothing},
        {label: this.t('state'), cell: (each) => html`<cl-pill tone=${each.active ? 'good' : 'neutral'}>${this.t(each.active ? 'active' : 'inactive')}</cl-pill>`},
        {label: '', cell: (each) => this.userActions(each), buttons: true},
      ],
      this.users,
    );
  }

  /** @param {import('./shapes.js').User} user */
  userActions(user) {
    const self = user.id === this.context.session.user?.id;
    const items = [
      {label: this.t('password.reset'), icon: 'lock', action: () => this.ask('password', {user})},
      {label: this.t(user.active ? 'deactivate' : 'activate'), icon: 'power', danger: user.active, disabled: self, action: () => saveActive(this, user)},
    ];
    return html`
      <button aria-label=${`${this.t('edit')} ${user.name}`} @click=${() => this.ask('user', {user})}>${this.t('edit')}</button>
      <cl-menu .label=${`${this.t('more')} ${user.name}`} .items=${items}></cl-menu>
    `;
  }
}
