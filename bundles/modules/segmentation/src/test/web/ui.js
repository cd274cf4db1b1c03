// The parts of `@clientele/ui` that functions under test import; none of them is called.
export const [css, html, nothing, svg] = [() => '', () => '', '', () => ''];
export class Screen {}
