import {run} from './commands.js';
import {preferences} from './preferences.js';
import {inLanguage, t} from './texts.js';

/** @typedef {import('./context.js').Shared} Shared */
/** @typedef {{key: string, icon: string, label: string, note?: string, words?: string, act: () => unknown}} Choice */

/** The pages and commands that all of these words fit. @param {Shared} shared @param {string} typed @returns {Choice[]} */
export function fitting(shared, typed) {
  const allowed = shared.screens.all.filter((each) => shared.session.can(each.permission));
  const pages = allowed
    .filter(({kind}) => kind === 'page' || kind === 'settings')
    .map((page) => ({
      key: `page ${page.bundle.bundle} ${page.name}`,
      icon: page.icon ?? 'puzzle',
      label: inLanguage(page.title),
      note: t('palette.page'),
      act: () => shared.navigate(page.path ?? ''),
    }));
  const commands = allowed
    .filter(({kind}) => kind === 'command')
    .map((command) => ({
      key: `command ${command.bundle.bundle} ${command.name}`,
      icon: command.icon ?? 'zap',
      label: inLanguage(command.title),
      words: inLanguage(command.keywords),
      act: () => run(shared, command, {}),
    }));
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const known = /** @type {Choice[]} */ ([...pages, ...commands, ...own(shared)]);
  return known.filter(({label, words = ''}) => wanted.every((word) => `${label} ${words}`.toLowerCase().includes(word)));
}

/** Commands of the shell itself. @param {Shared} shared @returns {Choice[]} */
function own(shared) {
  const dark = preferences.dark;
  return [
    {key: 'theme', icon: dark ? 'sun' : 'moon', label: t(dark ? 'palette.light' : 'palette.dark'), act: () => preferences.wear(dark ? 'light' : 'dark')},
    {
      key: 'language',
      icon: 'languages',
      label: t('palette.language'),
      words: 'language chinese english 中文 语言',
      act: () => preferences.speak(preferences.locale === 'zh' ? 'en' : 'zh'),
    },
    {key: 'tour', icon: 'map-pin', label: t('palette.tour'), words: 'help new 帮助 导览', act: () => shared.tour()},
  ];
}
