import {html, nothing} from '@clientele/ui';
import {table} from './parts.js';
import {ROLES} from './user-dialog.js';

/** @typedef {import('./people.js').default} PeoplePage */

/** What each role brings, as the server has it: verbs mean the same for every module. */
const GRANTS = {
  admin: ['read', 'write', 'import', 'export', 'audit', 'admin'],
  manager: ['read', 'write', 'import', 'export'],
  agent: ['read', 'write'],
  auditor: ['read', 'audit'],
};
const VERBS = GRANTS.admin;

/** @param {PeoplePage} page */
export function rolesTable(page) {
  return html`
    <p class="muted">${page.t('roles.text')}</p>
    ${table(
      page.t('roles'),
      [
        {label: page.t('role'), cell: (role) => page.t(`role.${role}`)},
        ...VERBS.map((verb) => ({
          label: page.t(`verb.${verb}`),
          cell: (/** @type {keyof typeof GRANTS} */ role) =>
            GRANTS[role].includes(verb) ? html`<cl-icon name="check"></cl-icon><span class="hidden-text">${page.t('yes')}</span>` : nothing,
        })),
        {label: page.t('users'), cell: (role) => String(page.users.filter((user) => user.roles.includes(role)).length), number: true},
      ],
      /** @type {(keyof typeof GRANTS)[]} */ (ROLES),
    )}
  `;
}
