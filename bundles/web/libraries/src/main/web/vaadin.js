// Fields and what belongs to them: one file, since a form needs most of them.
export * from '@vaadin/checkbox';
export * from '@vaadin/checkbox-group';
export * from '@vaadin/combo-box';
export * from '@vaadin/combo-box/lit.js';
export * from '@vaadin/date-picker';
export * from '@vaadin/date-time-picker';
export * from '@vaadin/email-field';
export * from '@vaadin/integer-field';
export * from '@vaadin/multi-select-combo-box';
export * from '@vaadin/number-field';
export * from '@vaadin/radio-group';
export * from '@vaadin/select';
export * from '@vaadin/text-area';
export * from '@vaadin/text-field';
export * from '@vaadin/time-picker';
export * from '@vaadin/virtual-list';
export * from '@vaadin/virtual-list/lit.js';
