import {html} from 'lit';
import {preferences} from './preferences.js';
import {inLanguage, t} from './texts.js';

/** What is the user's own: settings, colours, language, and the way out. @param {import('./app.js').App} app */
export function userMenu(app) {
  const {user} = app.shared.session;
  const settings = app.shared.screens.of('settings').filter((each) => app.shared.session.can(each.permission));
  const items = [
    ...settings.map((each) => ({
      label: inLanguage(each.title),
      icon: each.icon ?? 'settings',
      action: () => app.navigate(each.path ?? ''),
    })),
    {line: true},
    ...choices(),
    {line: true},
    {label: t('signOut'), icon: 'log-out', action: () => app.dispatchEvent(new CustomEvent('leave'))},
  ];
  return html`
    <cl-menu class="user" label=${t('user', {name: user?.name ?? ''})} .items=${items}>
      <span slot="button" class="who"><cl-avatar name=${user?.name ?? ''}></cl-avatar><span>${user?.name}</span></span>
    </cl-menu>
  `;
}

/** Theme and language, as entries of a menu. */
function choices() {
  const themes = /** @type {const} */ ([
    ['light', 'sun'],
    ['dark', 'moon'],
    ['system', 'monitor'],
  ]);
  const languages = /** @type {const} */ ([
    ['en', 'English'],
    ['zh', '中文'],
  ]);
  return [
    ...themes.map(([theme, icon]) => ({
      label: t(`theme.${theme}`),
      icon,
      checked: preferences.theme === theme,
      action: () => preferences.wear(theme),
    })),
    {line: true},
    ...languages.map(([locale, label]) => ({
      label,
      icon: 'languages',
      checked: preferences.locale === locale,
      action: () => preferences.speak(locale),
    })),
  ];
}
