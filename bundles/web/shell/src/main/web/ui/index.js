// The module `@clientele/ui`: what screens are made of.
export * from './core.js';
import './chart.js';
import './filter.js';
import './form.js';
import './list.js';
import './timeline.js';
