// What of `@clientele/ui` can be had without a browser: templates as what they are made of.
export {Problem} from '../../../../shell/src/main/web/ui/problem.js';
export const html = (strings, ...values) => ({strings, values});
export const svg = html;
export const css = () => '';
export const nothing = undefined;
export const live = (value) => value;
export class Screen {}
export {codeName, dateFormat, numberFormat} from '../../../../shell/src/main/web/ui/formats.js';
