import {PraiseOf} from './praise-of.js';

/** The praise of the customer whose page this is. */
export default class PraiseCard extends PraiseOf {}
