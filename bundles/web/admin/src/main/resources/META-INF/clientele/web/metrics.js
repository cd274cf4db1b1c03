const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** @typedef {{name: string, labels: Record<string, string>, value: number}} Sample */

/** Reads the text of Prometheus. @param {string} text @returns {Sample[]} */
export function parse(text) {
  return text
    .split('\n')
    .map((line) => LINE.exec(line))
    .filter((found) => found !== null)
    .map(([, name, labels, value]) => ({
      name,
      labels: Object.fromEntries([...(labels ?? '').matchAll(LABEL)].map(([, key, said]) => [key, said])),
      value: Number(value),
    }));
}

/** @param {Sample[]} samples @param {string} name @param {(labels: Record<string, string>) => boolean} [which] */
export function sum(samples, name, which = () => true) {
  return samples.filter((each) => each.name === name && which(each.labels)).reduce((total, each) => total + each.value, 0);
}

/** What the plots show of one moment. @param {Sample[]} samples */
export function reading(samples) {
  const heap = (/** @type {Record<string, string>} */ labels) => labels.area === 'heap';
  return {
    at: Date.now(),
    requests: sum(samples, 'http_server_requests_seconds_count'),
    failures: sum(samples, 'http_server_requests_seconds_count', ({status}) => status === '5xx'),
    seconds: sum(samples, 'http_server_requests_seconds_sum'),
    heap: sum(samples, 'jvm_memory_used_bytes', heap),
    heapMost: sum(samples, 'jvm_memory_max_bytes', heap),
    threads: sum(samples, 'jvm_threads_live_threads'),
    lag: sum(samples, 'clientele_feed_lag_events'),
    uptime: sum(samples, 'process_uptime_seconds'),
  };
}

/** @typedef {ReturnType<typeof reading>} Reading */

/**
 * What happened between two moments. A server that began anew counts from nothing.
 *
 * @param {Reading} before @param {Reading} now
 */
export function between(before, now) {
  const anew = now.requests < before.requests;
  const requests = now.requests - (anew ? 0 : before.requests);
  const seconds = now.seconds - (anew ? 0 : before.seconds);
  const passed = Math.max(0.001, (now.at - before.at) / 1000);
  return {
    at: now.at,
    rate: requests / passed,
    latency: requests ? (seconds / requests) * 1000 : null,
    heap: now.heap / 2 ** 20,
    lag: now.lag,
  };
}
