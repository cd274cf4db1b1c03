export * from '@vaadin/grid/all-imports.js';
export * from '@vaadin/grid/lit.js';
