// Texts that mean something to whoever reads them next: a page, a calendar, an address book, a spreadsheet, a terminal.
import { ask, bearer, each, json } from './client.mjs';
import { address, readOperations } from './contract.mjs';

const unprintable = { NUL: 'a\0b', ESC: '\x1b[31mred', bidi: 'a\u202eb\u2066c', 'CR LF': 'a\r\nX-Injected: yes\r\n\r\n', 'half a pair': '\ud800' };
const printable = {
  script: '<script>alert(1)</script>', image: '"><img src=x onerror=alert(1)>', braces: '{{7*7}}${7*7}#{7*7}<%=7*7%>@(7*7)', formula: "=cmd|' /C calc'!A0",
  quote: "' OR 1=1; DROP TABLE revision; --", lines: 'BEGIN:VALARM;X-Injected:yes\\nX-Injected:yes', path: '../../../../etc/passwd', format: '{0}{99999}%s%n%x',
};
const long = { '100 kB': 'x'.repeat(100_000) };
const hostile = { ...unprintable, ...printable, ...long };

/** What no answer may be, whatever was sent. */
function harmed({ status, headers, text }) {
  if (status === 0 || status >= 500)
    return `${status} ${text.slice(0, 100)}`;
  if (headers['x-injected'])
    return 'a header injected';
  const type = headers['content-type'] ?? '';
  if (/html|svg/.test(type) && /<script>alert|<img src=x/.test(text))
    return 'markup injected';
  if (/calendar|vcard/.test(type) && /^X-Injected/m.test(text))
    return 'a line injected';
  return undefined;
}

const told = statuses => Object.entries(statuses).map(([status, count]) => `${count} × ${status}`).join(', ');

/** Sends them all, and counts the statuses. */
async function sendAll(service, requests) {
  const statuses = {};
  const gaveWay = [];
  await each(requests, 16, async ({ name, path, ...request }) => {
    const answer = await ask(service.port, path, request);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const harm = harmed(answer);
    if (harm)
      gaveWay.push(`${request.method ?? 'GET'} ${path.slice(0, 100)} (${name}): ${harm}`);
  });
  return { statuses, gaveWay };
}

/** Every parameter of every GET, pages included. */
export async function textsInQueries(service) {
  const query = (path, ...names) => ({ path, parameters: names.map(name => ({ name, in: 'query' })) });
  const pages = [
    query('/', 'segment', 'timeZone', 'region', 'country', 'topic', 'need', 'language', 'at', 'nothing'), query('/calendar', 'year', 'language', 'nothing'),
    query('/quality', 'language', 'nothing'), query('/history', 'language', 'cursor', 'nothing'), query('/poster', 'segment', 'language', 'nothing'), query('/widget', 'language', 'nothing'),
  ];
  const gets = [...(await readOperations(service)).filter(operation => operation.method === 'GET'), ...pages];
  const requests = gets.flatMap(operation => operation.parameters
    .filter(parameter => parameter.in !== 'header')
    .flatMap(parameter => Object.entries(hostile).map(([name, text]) => ({
      name: `${parameter.name} ${name}`, path: address(operation, { [parameter.name]: text }),
      headers: operation.path.startsWith('/v1/admin') ? bearer(service.admin) : {},
    }))));
  for (const header of ['Accept', 'Accept-Language', 'If-None-Match', 'Last-Event-ID', 'X-Request-Id', 'traceparent', 'User-Agent'])
    for (const [name, text] of Object.entries(printable))
      for (const path of ['/v1/best-channel?segment=individual', '/?segment=individual', '/v1/stream?segment=individual', '/nothing'])
        requests.push({ name: `${header} ${name}`, path, headers: { [header]: text } });
  const { statuses, gaveWay } = await sendAll(service, requests);
  return { try: `hostile texts in every parameter of every GET (${gets.length}), and in headers`, requests: requests.length, happened: told(statuses), gaveWay };
}

/** The places of the texts in a JSON value. */
function* places(value, path = []) {
  if (typeof value === 'string')
    yield path;
  else if (value !== null && typeof value === 'object')
    for (const key of Object.keys(value))
      yield* places(value[key], [...path, key]);
}

/** The value with another text at that place. */
const changed = (value, [key, ...rest], text) => key === undefined
  ? text
  : Array.isArray(value) ? value.with(Number(key), changed(value[key], rest, text)) : { ...value, [key]: changed(value[key], rest, text) };

/** Every text of what anyone may send. */
export async function textsInBodies(service) {
  const bodies = {
    '/v1/requests/draft': {
      channelId: 'feedback-form', segment: 'individual', aim: 'x', name: 'x', applicationNumber: '123', step: 'x', systemMessage: 'x', wantedResult: 'x', callbackPhone: '+79161234567',
    },
    '/v1/corrections': { channelId: 'hotline', element: 'hours', statementId: 'hours-3.1', because: 'It answers at night', shouldBe: 'round the clock' },
    '/v1/best-channel/batch': { questions: [{ segment: 'individual', timeZone: 'Europe/Moscow', topic: 'technical-failure', at: '2026-11-23T09:00:00Z' }] },
    '/v1/bots/telegram': { message: { chat: { id: 1, type: 'private' }, text: '/phone' } },
  };
  const requests = Object.entries(bodies).flatMap(([path, body]) => [...places(body)].flatMap(place => Object.entries(hostile).map(([name, text]) => ({
    name: `${place.join('.')} ${name}`, path, ...json('POST', changed(body, place, text), { 'X-Telegram-Bot-Api-Secret-Token': 'attack-attack-attack' }),
  }))));
  const { statuses, gaveWay } = await sendAll(service, requests);
  return { try: 'hostile texts in bodies: drafts, corrections, batches, Telegram', requests: requests.length, happened: told(statuses), gaveWay };
}

const lists = ['channels', 'schedules', 'topics', 'regions', 'offices', 'years', 'preparations', 'nextSteps', 'overrides', 'incidents'];

const readers = id => [
  '/?segment=individual', '/calendar', '/quality', '/history', '/poster?segment=individual', '/widget', '/v1/best-channel?segment=individual', '/v1/channels', '/v1/topics', '/v1/regions/RU-SPE',
  '/v1/quality', '/v1/transitions.ics?segment=individual', '/v1/contact-points.jsonld',
  ...['contact.vcf', 'contact-point.jsonld', 'qr.svg?of=vcard', 'schedule.ics?segment=individual', 'opening-hours?segment=individual', 'availability?segment=individual']
    .map(format => `/v1/channels/${id}/${format}`),
];

/** Elements that the shipped catalog has none of. */
async function fill(service) {
  const put = (path, value) => ask(service.port, `/v1/admin/${path}`, json('PUT', value, { 'If-None-Match': '*', ...bearer(service.steward) }));
  const text = { ru: 'Проба', en: 'Try' };
  return [
    await put('offices/try', { id: 'try', region: 'RU-SPE', name: text, address: { postal: text, phone: '+78120000000' }, hours: [{ id: 'hours', schedule: 'H-GRAPH', reference: 'operator' }] }),
    await put('overrides/try', { id: 'try', channelId: 'hotline', from: '2030-12-31', to: '2030-12-31', windows: ['10:00-16:00'], reason: text }),
    await put('incidents/try', { id: 'try', channelId: 'portal-chat', start: '2026-01-01T00:00:00Z', end: '2026-01-01T01:00:00Z', reason: text }),
  ].filter(({ status }) => status !== 201).map(({ status, text: why }) => `an element was not taken: ${status} ${why.slice(0, 200)}`);
}

/**
 * Each text of one element of every list, with the key of a steward: what is taken stays until all formats were read, and is put back then.
 * What cannot be printed has to be refused.
 */
export async function textsInCatalog(service, scale) {
  const key = bearer(service.steward);
  const gaveWay = await fill(service);
  for (const reader of readers('hotline')) {
    const { status } = await ask(service.port, reader);
    if (status !== 200)
      gaveWay.push(`${reader} cannot be read at all: ${status}`);
  }
  const taken = {};
  const statuses = {};
  let requests = 0;
  const count = answer => {
    requests++;
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    return answer;
  };
  const shortened = ({ status, text }) => `${status} ${text.slice(0, 100)}`;
  for (const list of lists) {
    const all = JSON.parse((await ask(service.port, `/v1/admin/${list}`, { headers: key })).text);
    const { id, element: original } = all.elements.find(({ id }) => id === 'portal-chat') ?? all.elements.at(-1);
    const path = `/v1/admin/${list}/${id}`;
    const put = async value => count(await ask(service.port, path, json('PUT', value, { 'If-Match': '*', ...key })));
    // A tenth tries every text at some of the places.
    const every = Math.round(1 / scale);
    for (const [number, [name, text]] of Object.entries(hostile).entries()) {
      let now = original;
      for (const [at, place] of [...places(original)].entries()) {
        if ((at + number) % every !== 0)
          continue;
        const next = changed(now, place, text);
        const answer = await put(next);
        const harm = harmed(answer);
        if (harm)
          gaveWay.push(`PUT ${path} ${place.join('.')} (${name}): ${harm}`);
        if (answer.status !== 200)
          continue;
        now = next;
        taken[name] = (taken[name] ?? 0) + 1;
        if (name in unprintable && name !== 'CR LF')
          gaveWay.push(`PUT ${path} ${place.join('.')}: ${name} is taken`);
      }
      if (now === original)
        continue;
      await each(readers(list === 'channels' ? id : 'hotline'), 8, async reader => {
        const answer = count(await ask(service.port, reader));
        const harm = harmed(answer);
        if (harm)
          gaveWay.push(`${reader} with ${name} in ${path}: ${harm}`);
      });
      const back = await put(original);
      if (back.status !== 200)
        gaveWay.push(`${path} cannot be put back: ${shortened(back)}`);
    }
  }
  return { try: 'hostile texts in every text of a catalog element, then all formats', requests, happened: `${told(statuses)}; taken until read: ${Object.entries(taken).map(([name, n]) => `${name} ${n}`).join(', ')}`, gaveWay };
}

/** Links that a click must not follow, as the address of a channel. */
export async function links(service) {
  const key = bearer(service.steward);
  const path = '/v1/admin/channels/portal-chat';
  const original = JSON.parse((await ask(service.port, path, { headers: key })).text);
  const bad = [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', '\x01javascript:alert(1)', 'data:text/html,<script>alert(1)</script>',
    'vbscript:x', 'file:///etc/passwd', 'blob:https://example.org/1', 'view-source:x', 'https://example.org/\r\nX-Injected: yes', 'https://example.org/\0', '', ' ', '/relative', '//evil.example',
    `https://example.org/${'x'.repeat(3000)}`, 'https://', 'https:evil', 'mailto:a@example.org\r\nBcc: b@example.org', 'intent://x#Intent;scheme=javascript;end',
  ];
  const gaveWay = [];
  const put = uri => ask(service.port, path, json('PUT', { ...original, address: { ...original.address, uri } }, { 'If-Match': '*', ...key }));
  // Or a refusal would prove nothing.
  const good = await put('https://example.org/chat');
  if (good.status !== 200)
    gaveWay.push(`a good link is refused: ${good.status}`);
  for (const uri of bad) {
    const answer = await put(uri);
    if (answer.status !== 400 && answer.status !== 422)
      gaveWay.push(`${JSON.stringify(uri).slice(0, 60)}: ${answer.status}`);
    if (answer.status !== 200)
      continue;
    for (const reader of readers('portal-chat')) {
      const shown = await ask(service.port, reader);
      const harm = harmed(shown) ?? (/html/.test(shown.headers['content-type']) && /href="\s*(javascript|data|vbscript):/i.test(shown.text) ? 'a link to a script' : undefined);
      if (harm)
        gaveWay.push(`${reader} with ${JSON.stringify(uri).slice(0, 60)}: ${harm}`);
    }
  }
  await ask(service.port, path, json('PUT', original, { 'If-Match': '*', ...key }));
  return { try: 'links that a click must not follow, as the address of a channel', requests: bad.length, happened: gaveWay.length === 0 ? 'all refused' : `${gaveWay.length} were taken or did harm`, gaveWay };
}
