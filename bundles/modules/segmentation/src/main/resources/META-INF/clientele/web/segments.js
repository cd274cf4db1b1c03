import {NewSegment} from './new-segment.js';
import {Overlap} from './overlap.js';
import {PartedPage} from './parted-page.js';
import {SegmentList} from './segment-list.js';
import {SegmentView} from './segment-view.js';

/** The page of segments: all of them, one of them, a new one, or how they overlap. */
export default class Segments extends PartedPage {
  /** @param {string} key */
  partOf(key) {
    if (key === '') {
      return new SegmentList(this, this.catalogue);
    }
    if (key === 'overlap') {
      return new Overlap(this, this.catalogue);
    }
    return key === 'new' ? new NewSegment(this, this.catalogue) : new SegmentView(this, this.catalogue, key);
  }
}
