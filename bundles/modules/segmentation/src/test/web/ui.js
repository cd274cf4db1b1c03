// The parts of `@clientele/ui` that functions under test import; of these only the formats are called.
export {codeName, dateFormat, numberFormat} from '../../../../../web/shell/src/main/web/ui/formats.js';
export {rebased} from '../../../../../web/shell/src/main/web/ui/rebased.js';
export const [css, html, nothing, svg] = [() => '', () => '', '', () => ''];
export class Screen {}
