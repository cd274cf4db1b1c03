import {GradeEditor} from './grade-editor.js';
import {GradeList} from './grade-list.js';
import {GradeView} from './grade-view.js';
import {PartedPage} from './parted-page.js';

/** The page of grades: all scales, one of them, or a new one. */
export default class Grades extends PartedPage {
  /** @param {string} key */
  partOf(key) {
    if (key === '') {
      return new GradeList(this, this.catalogue);
    }
    return key === 'new' ? new GradeEditor(this, this.catalogue) : new GradeView(this, this.catalogue, key);
  }
}
