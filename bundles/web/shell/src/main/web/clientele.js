// The one script of the page: Lit, the elements, and the frame, which begins by itself. Whatever screens import by name is in it.
export * from './ui/lit.js';
export * from './ui/index.js';
import './shell/main.js';
