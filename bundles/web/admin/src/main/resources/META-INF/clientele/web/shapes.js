/**
 * What the server answers to its administrator, as these pages take it.
 *
 * @typedef {import('./module-ties.js').Difference} Difference
 *
 * @typedef {'running' | 'stopped' | 'quarantined' | 'hung' | 'uninstalled'} ModuleState
 * @typedef {{name: string, symbolicName: string, version: string, sha256: string, state: ModuleState, reason?: string, previous?: string, changedAt: string, paths: string[], leaked: string[]}} Module
 * @typedef {{name: string, symbolicName: string, version: string, sha256: string, signer?: string, source: string}} Available
 * @typedef {{developmentMode: boolean, installed: Module[], available: Available[], drift: {module: string, detail: string}[]}} Catalogue
 * @typedef {{id: string, module: string, kind: string, from?: string, to?: string, outcome: 'running' | 'done' | 'rolled_back' | 'failed', by: string, at: string, detail?: string, awayMillis: number}} Change
 */

/**
 * What a change of a module would do.
 *
 * @typedef {object} Plan
 * @property {string} kind
 * @property {string} module
 * @property {string} [from]
 * @property {string} [to]
 * @property {Difference} wires each as `package ← provider`
 * @property {Difference} paths
 * @property {Difference} screens
 * @property {Difference} permissions
 * @property {Difference} tables
 * @property {Difference} facts
 * @property {string[]} migrations
 * @property {string[]} suspendedFilters
 * @property {string[]} refreshed
 * @property {string[]} refusals
 */

/**
 * @typedef {{name: string, module: string, state: 'running' | 'waiting' | 'hung' | 'absent', lag: number, oldest?: string, rate: number, parked: number}} Feed
 * @typedef {{sequence: number, type: string, at: string, attempts: number, error: string, parkedAt: string, retrying: boolean}} Parked
 * @typedef {{id: string, version: number, url: string, types: string[], enabled: boolean, disabledBecause?: string, replayFrom?: string}} Webhook
 * @typedef {{sequence: number, type: string, queuedAt: string, attempts: number, nextAt?: string, outcome?: string}} Delivery
 *
 * @typedef {{id: string, version: number, login: string, name: string, roles: string[], scope: string, team?: string, active: boolean}} User
 * @typedef {{id: string, version: number, name: string, parent?: string}} Team
 * @typedef {{id: string, name: string, createdAt: string, expiresAt?: string, usedAt?: string}} Token
 *
 * @typedef {{action: string, login: string, at: string, subject: string, subjectId: string, detail: string | Record<string, unknown>}} AuditEntry
 * @typedef {{intact: true, entries: number} | {intact: false, entries: number, fault: {chain: number, seq: number, kind: string, reason: string}}} Verification
 *
 * @typedef {{id: string, name: string, state: string, dryRun: boolean, fault?: string, createdAt: string, rows: number, added: number, updated: number, failed: number, bytes: number, readBytes: number}} Import
 * @typedef {{name: string, good: boolean, detail: string}} Check
 * @typedef {{ready: boolean, durability: string, database: string, versions: {clientele: string, java: string}, checks: Check[]}} Health
 */

/**
 * The dialog that is open, by what it asks.
 *
 * @typedef {{kind: 'change', wish: import('./module-change.js').Wish, plan: Plan, rows?: Record<string, number>, typed?: string, done?: Change}} AskedChange
 * @typedef {{kind: 'new'} | {kind: 'secret', name?: string, secret: string} | {kind: 'revoke', token: Token}} AskedToken
 * @typedef {{kind: 'edit', webhook?: Webhook} | {kind: 'replay', webhook: Webhook} | {kind: 'remove', webhook: Webhook}} AskedWebhook
 * @typedef {{kind: 'user', user?: User} | {kind: 'password', user: User} | {kind: 'team', team?: Team}} AskedPeople
 * @typedef {AskedChange | AskedToken | AskedWebhook | AskedPeople} Asked
 */

export {};
