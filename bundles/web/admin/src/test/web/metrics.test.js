import {same} from 'expect';
import {between, parse, reading, sum} from '../../main/resources/META-INF/clientele/web/metrics.js';

const TEXT = `# HELP http_server_requests_seconds
http_server_requests_seconds_count{method="GET",status="2xx"} 90
http_server_requests_seconds_count{method="GET",status="5xx"} 10
http_server_requests_seconds_sum{method="GET",status="2xx"} 1.5
jvm_memory_used_bytes{area="heap",id="x \\"y\\""} 1048576
jvm_memory_used_bytes{area="nonheap"} 7
process_uptime_seconds 12.5
`;

Deno.test('reads the text of Prometheus, labels with quotes too', () => {
  const samples = parse(TEXT);
  same(samples.length, 6);
  same(samples[3].labels, {area: 'heap', id: 'x \\"y\\"'});
  same(sum(samples, 'http_server_requests_seconds_count', ({status}) => status === '5xx'), 10);
});

Deno.test('takes from it what the plots show', () => {
  const {requests, failures, seconds, heap, uptime} = reading(parse(TEXT));
  same({requests, failures, seconds, heap, uptime}, {requests: 100, failures: 10, seconds: 1.5, heap: 1048576, uptime: 12.5});
});

const at = (seconds, requests, sums) => ({...reading([]), at: seconds * 1000, requests, seconds: sums, heap: 2 ** 21, lag: 3});

Deno.test('tells what happened between two moments', () => {
  same(between(at(0, 100, 1), at(5, 150, 2)), {at: 5000, rate: 10, latency: 20, heap: 2, lag: 3});
});

Deno.test('knows no latency where nothing was asked, and begins at nothing after a restart', () => {
  same(between(at(0, 100, 1), at(5, 100, 1)).latency, null);
  same(between(at(0, 100, 1), at(5, 50, 1)).rate, 10);
});
