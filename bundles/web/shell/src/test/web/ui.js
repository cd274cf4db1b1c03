// The parts of the module `@clientele/ui` that need no browser.
export {Problem} from '../../main/web/ui/problem.js';
export {language, word} from '../../main/web/ui/language.js';
export {format} from '../../main/web/ui/messages.js';
