import {noChange} from 'lit';
import {Directive, directive} from 'lit/directive.js';

/** Sets styles of an element through its properties, which a strict content security policy allows. */
class Styled extends Directive {
  render() {
    return noChange;
  }

  update(part, [styles]) {
    for (const [name, value] of Object.entries(styles)) {
      if (part.element.style.getPropertyValue(name) !== value) {
        part.element.style.setProperty(name, value);
      }
    }
    return noChange;
  }
}

/** `<div ${styled({width: '3px'})}>` */
export const styled = directive(Styled);
