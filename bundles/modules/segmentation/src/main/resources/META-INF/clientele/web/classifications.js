import {ClassEditor} from './class-editor.js';
import {ClassList} from './class-list.js';
import {ClassView} from './class-view.js';
import {PartedPage} from './parted-page.js';

/** The page of classifications: all of them, one, or a new one. */
export default class Classifications extends PartedPage {
  /** @param {string} key */
  partOf(key) {
    if (key === '') {
      return new ClassList(this);
    }
    return key === 'new' ? new ClassEditor(this, this.catalogue) : new ClassView(this, this.catalogue, key);
  }
}
