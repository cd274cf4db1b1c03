import {NewSegment} from './new-segment.js';
import {PartedPage} from './parted-page.js';
import {SegmentList} from './segment-list.js';
import {SegmentView} from './segment-view.js';

/** The page of segments: all of them, one of them, or a new one. */
export default class Segments extends PartedPage {
  /** @param {string} key */
  partOf(key) {
    if (key === '') {
      return new SegmentList(this, this.catalogue);
    }
    return key === 'new' ? new NewSegment(this, this.catalogue) : new SegmentView(this, this.catalogue, key);
  }
}
