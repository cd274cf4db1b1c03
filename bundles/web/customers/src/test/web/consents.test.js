import {same} from 'expect';
import {Consents, sentConsent} from '../../main/resources/META-INF/clientele/web/consents.js';
import {handlers, settled} from './templates.js';

const NOW = new Date(2026, 10, 30, 12);

Deno.test('sends what was said today as of now, and what was said before as of that day', () => {
  const said = {channel: 'email', decision: 'given', purpose: ' ', source: 'letter'};
  same(sentConsent({...said, date: '2026-11-30'}, NOW), {channel: 'email', decision: 'given', source: 'letter'});
  same(sentConsent({...said, purpose: 'service', date: '2026-11-20'}, NOW), {channel: 'email', decision: 'given', source: 'letter', purpose: 'service', decidedAt: new Date(2026, 10, 20).toISOString()});
});

Deno.test('records what was said, reads it again and closes; what is refused stays', async () => {
  const sent = [];
  const answers = [() => Promise.reject(new Error('no')), async () => ({})];
  const api = {post: (path, {body}) => (sent.push([path, body.channel]), answers.shift()())};
  const host = {context: {api, can: () => true, locale: 'en'}, t: (key) => key, requestUpdate: () => {}};
  const pages = {items: [], read: true, begun: 0, begin: async () => void pages.begun++};
  const consents = new Consents(host, '7', pages);
  handlers(consents.render()).at(-1)();
  const submit = () => handlers(consents.dialog())[1]({detail: {value: {channel: 'sms', decision: 'given', source: 'phone'}}});
  submit();
  await settled();
  same([consents.problem.message, pages.begun], ['no', 0]);
  submit();
  await settled();
  same([consents.value ?? null, pages.begun, sent], [null, 1, [['/api/v1/customers/7/consents', 'sms'], ['/api/v1/customers/7/consents', 'sms']]]);
});
