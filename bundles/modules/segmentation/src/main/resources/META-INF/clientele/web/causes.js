const CAUSES = ['event', 'definition', 'time', 'hand', 'scores', 'return', 'repair'];

/** Why somebody came or went, in words. @param {any} move @param {(key: string, values?: Record<string, unknown>) => string} t */
export function causeOf(move, t) {
  const key = move.event ? `event.${move.event}` : '';
  const known = key && t(key) !== key ? t(key) : move.event;
  return move.cause === 'event' && known ? t('cause.because', {what: known}) : CAUSES.includes(move.cause) ? t(`cause.${move.cause}`) : move.cause;
}
