// What of `@clientele/ui` can be had without a browser: templates as what they are made of.
export {Problem} from '../../../../shell/src/main/web/ui/problem.js';
export {codeName, dateFormat, numberFormat} from '../../../../shell/src/main/web/ui/formats.js';
export {ticked, told, typed} from '../../../../shell/src/main/web/ui/handlers.js';
export {rebased} from '../../../../shell/src/main/web/ui/rebased.js';
export {remembered} from '../../../../shell/src/main/web/ui/remembered.js';
export const html = (strings, ...values) => ({strings, values});
export const svg = html;
export const css = () => '';
export const nothing = undefined;
export const live = (value) => value;
export class Screen {}
globalThis.matchMedia = () => ({matches: false});
