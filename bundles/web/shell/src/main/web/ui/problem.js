/** What the server answered instead of what was asked for: RFC 9457, or that it could not be reached (status 0). */
export class Problem extends Error {
  /** @param {{status?: number, type?: string, title?: string, detail?: string, traceId?: string, errors?: {pointer: string, detail: string}[]} & Record<string, unknown>} fields */
  constructor(fields) {
    super(String(fields.detail ?? fields.title ?? 'Problem'));
    this.status = Number(fields.status ?? 0);
    this.type = String(fields.type ?? 'about:blank');
    this.title = String(fields.title ?? '');
    this.detail = fields.detail;
    this.traceId = fields.traceId;
    /** What is wrong where in the body that was sent. */
    this.errors = fields.errors ?? [];
    /** Everything that was answered. */
    this.fields = fields;
  }

  /** The last part of the type, such as `module-away`. */
  get kind() {
    return this.type.slice(this.type.lastIndexOf('/') + 1);
  }

  /** @param {string} pointer such as `/name` @returns {string | undefined} */
  at(pointer) {
    return this.errors.find((error) => error.pointer === pointer)?.detail;
  }
}
