import {MatrixEditor} from './matrix-editor.js';
import {MatrixList} from './matrix-list.js';
import {MatrixView} from './matrix-view.js';
import {PartedPage} from './parted-page.js';

/** The page of matrices: all of them, one of them, or a new one. */
export default class Matrices extends PartedPage {
  /** @param {string} key */
  partOf(key) {
    if (key === '') {
      return new MatrixList(this, this.catalogue);
    }
    return key === 'new' ? new MatrixEditor(this, this.catalogue) : new MatrixView(this, this.catalogue, key);
  }
}
