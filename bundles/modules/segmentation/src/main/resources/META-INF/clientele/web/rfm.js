import {Clusters} from './clusters.js';
import {PartedPage} from './parted-page.js';
import {RfmGrid} from './rfm-grid.js';
import {RfmSettings} from './rfm-settings.js';

/** The page of RFM: the grid, its settings, and clusters. */
export default class Rfm extends PartedPage {
  /** @param {string} key */
  partOf(key) {
    if (key === 'settings') {
      return new RfmSettings(this);
    }
    return key === 'clusters' ? new Clusters(this) : new RfmGrid(this, this.catalogue);
  }
}
