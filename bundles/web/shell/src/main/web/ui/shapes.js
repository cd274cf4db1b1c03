/**
 * What the elements are given, most of it as the API answers it.
 *
 * @typedef {{name: string, type: string, label: Record<string, string>, unit?: string | null, many?: boolean, sortable?: boolean, source?: string}} Fact
 * @typedef {{value: string, label: string}} Option
 * @typedef {{pointer: string, detail: string}} Fault
 * @typedef {{status?: number, title?: string, detail?: string, message?: string, errors?: Fault[]}} Refusal a {@link Problem}, as far as it is shown
 *
 * @typedef {(key: string, values?: Record<string, unknown>) => string} Say gives a text in the language of the moment
 * @typedef {import('../shell/context.js').Context} Context
 * @typedef {import('../shell/api.js').Api} Api
 * @typedef {import('../shell/events.js').Happened} Happened
 */

/**
 * A page of a list, as every list of the API is answered.
 *
 * @template T
 * @typedef {{items: T[], next?: string | null, total?: number}} Page
 */

/**
 * A row of a list: what it holds is known to the columns.
 *
 * @typedef {Record<string, unknown>} Row
 */

/**
 * How a cell is changed: from options, or as a text.
 *
 * @template T
 * @typedef {{options?: () => Option[], value(row: T): string | null | undefined, save(row: T, value: string): void}} Edit
 */

/**
 * A column of a list. `sort` is what the API sorts by, if it is not `key`; `lead` stands before the first column's text.
 *
 * @template [T=Row]
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {number} [width] the least, in pixels
 * @property {number} [grow] its share of the room that is left
 * @property {boolean} [end] whether it is aligned at the end, as numbers are
 * @property {boolean} [sortable]
 * @property {string} [sort]
 * @property {((row: T) => unknown) | undefined} [lead]
 * @property {(row: T) => unknown} [render]
 * @property {Edit<T> | undefined} [edit]
 */

/**
 * What a list tells of how reading goes.
 *
 * @typedef {object} ListState
 * @property {string} state `empty`, `loading`, `ready` or `failed`
 * @property {number} count of the rows that were read
 * @property {boolean} more
 * @property {number} [total]
 * @property {unknown} [problem]
 * @property {boolean} [kept] whether the rows were kept from before, as somebody came back to them
 */

/**
 * A field of a form. Its kinds: `text`, `area`, `select`, `number`, `date`, `datetime-local`, `email`, `tel`, `url`, `password`, `check`, `tags`, and
 * `rows` with `fields` of their own.
 *
 * @typedef {object} Field
 * @property {string} pointer where its value is
 * @property {string} label
 * @property {string} [kind] `text` unless told
 * @property {boolean} [required]
 * @property {boolean} [keepEmpty] whether an empty text is a value
 * @property {Option[]} [options]
 * @property {string} [none] the word for no choice
 * @property {string} [hint]
 * @property {string} [width] `wide` for a line of its own
 * @property {string} [placeholder]
 * @property {string} [autocomplete]
 * @property {number} [rows] lines of an `area`
 * @property {Field[]} [fields] of each row
 * @property {object} [blank] a new row
 * @property {string} [add] the word on the button that adds a row
 * @property {string} [one] what a row is called, the label unless told
 * @property {(item: Record<string, unknown>) => boolean} [when] whether the field is there for this row
 */

/**
 * Something that happened; `at` is an instant or a date, `title` and `text` may be templates.
 *
 * @typedef {{id: string, at: string, icon?: string, title: unknown, text?: unknown, by?: string, meta?: string}} Entry
 */

/**
 * In bars and lines `x` is a text, in clouds of points a number.
 *
 * @typedef {{x: string | number, y: number, label?: string, size?: number, key?: string}} Point
 * @typedef {{name: string, points: Point[]}} Series
 * @typedef {{row: string, column: string, value: number, label?: string, key?: string}} Cell
 */

export {};
