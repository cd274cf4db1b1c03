import {noChange} from 'lit';
import {Directive, directive} from 'lit/directive.js';

/** Sets styles of an element through its properties, which a strict content security policy allows. */
class Styled extends Directive {
  /** @param {Record<string, string>} _styles what {@link update} sets */
  render(_styles) {
    return noChange;
  }

  /** @override @param {import('lit/directive.js').ElementPart} part @param {[Record<string, string>]} values */
  update(part, [styles]) {
    const {style} = /** @type {HTMLElement} */ (part.element);
    for (const [name, value] of Object.entries(styles)) {
      if (style.getPropertyValue(name) !== value) {
        style.setProperty(name, value);
      }
    }
    return noChange;
  }
}

/** `<div ${styled({width: '3px'})}>` */
export const styled = directive(Styled);
