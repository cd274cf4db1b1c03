/**
 * What the registry answers, as its screens take it.
 *
 * @typedef {string | number | boolean} Value
 * @typedef {Value | Value[] | null | undefined} Known the value of a fact, if there is one
 *
 * @typedef {'person' | 'organisation'} Kind
 * @typedef {'prospect' | 'active' | 'inactive' | 'archived'} Status
 * @typedef {'email' | 'phone' | 'web' | 'postal'} PointKind
 * @typedef {{source: string, id: string}} Identifier
 */

/**
 * One way to reach a customer; a postal one has the parts of an address, any other a `value`.
 *
 * @typedef {object} ContactPoint
 * @property {PointKind} kind
 * @property {string} [value]
 * @property {string} [street]
 * @property {string} [city]
 * @property {string} [region]
 * @property {string} [postalCode]
 * @property {string} [country]
 * @property {string} [label]
 */

/**
 * What of a customer is written; a form may hold less.
 *
 * @typedef {object} Profile
 * @property {Kind} kind
 * @property {string} name
 * @property {string | null} [language]
 * @property {string | null} [timeZone]
 * @property {Status} status
 * @property {string | null} [owner] the id of a user
 * @property {string | null} [team] the id of a team
 * @property {Identifier[]} identifiers
 * @property {ContactPoint[]} contactPoints
 * @property {string[]} tags
 */

/** @typedef {Profile & {id: string, version: number, romanName: string, createdAt: string, updatedAt: string, facts?: Record<string, Known>}} Customer */

/**
 * A saved view; `shared` says who else sees it.
 *
 * @typedef {{filter: string, sort: string, columns: string[]}} Shown
 * @typedef {Shown & {id: string, version: number, owner: string, name: string, shared: 'nobody' | 'team' | 'all'}} View
 */

/**
 * @typedef {{id: string, login: string, name: string, active: boolean}} User
 * @typedef {{id: string, name: string}} Team
 */

/**
 * @typedef {'in' | 'out' | 'none'} Direction
 * @typedef {{id: string, kind: string, direction: Direction, channel?: string | null, occurredAt: string, people: string[], outcome?: string | null, text?: string | null, recordedBy: string}} Interaction
 * @typedef {{id: string, kind: string, direction: Direction, to: string, toName: string}} Relation
 * @typedef {{id: string, channel: string, purpose: string, decision: 'given' | 'withdrawn', decidedAt: string, source: string, evidence?: string | null, counts: boolean}} Consent
 * @typedef {{product: string, quantity: number, amount: number}} PurchaseLine
 * @typedef {{id: string, externalId?: string | null, purchasedOn: string, currency: string, amount: number, lines: PurchaseLine[], returned: boolean, returnOf?: string | null}} Purchase
 * @typedef {{before?: Record<string, unknown>, after?: Record<string, unknown>}} Difference
 * @typedef {{id: string, at: string, actor: string, login: string, action: string, detail: Difference}} Change
 */

/**
 * What came of changing many; `undo` takes it back.
 *
 * @typedef {{ids?: string[], filter?: string}} Whom
 * @typedef {{changed: number, unchanged: number, failed: {id: string, reason: string}[], undo: unknown[]}} Changed
 */

/**
 * An import: how its file was understood, and how far it is.
 *
 * @typedef {'customers' | 'purchases' | 'interactions' | 'relations'} FileKind
 * @typedef {'uploaded' | 'running' | 'done' | 'failed' | 'interrupted'} ImportState
 *
 * @typedef {object} Job
 * @property {string} id
 * @property {FileKind} kind
 * @property {string} name
 * @property {string} createdAt
 * @property {ImportState} state
 * @property {boolean} dryRun
 * @property {string | null} [fault]
 * @property {string} encoding
 * @property {string} delimiter
 * @property {boolean} hasHeader
 * @property {string[]} header
 * @property {Record<string, string>} mapping fields by columns
 * @property {string | null} [source]
 * @property {string | null} [currency]
 * @property {string} dateFormat
 * @property {string} decimal
 * @property {boolean} createMissing
 * @property {string[]} notes
 * @property {string[][]} sample
 * @property {number} rows
 * @property {number} added
 * @property {number} updated
 * @property {number} unchanged
 * @property {number} failed
 * @property {number} customersAdded
 * @property {number} bytes
 * @property {number} readBytes
 * @property {{line: number, column: string, reason: string}[]} errors
 */

export {};
