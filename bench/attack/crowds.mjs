// How much one caller can take from the others, and all of them from the machine.
import { ask, bearer, comesTrue, each, hold, json, pause } from './client.mjs';

const moment = n => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString().replace('.000', '');
const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
let minutes = 0;

/** A caller who asks something new every 10 ms, until told that it is enough. How long each answer took. */
async function quiet(service, from, enough) {
  const times = [];
  const refused = [];
  while (!enough(times)) {
    const answer = await ask(service.port, `/v1/best-channel?segment=individual&at=${moment(minutes++)}`, { from });
    if (answer.status !== 200)
      refused.push(`the quiet caller got ${answer.status}`);
    times.push(answer.ms);
    await pause(10);
  }
  return { times, refused };
}

/** The n-th of the dearest questions. */
const dear = n => {
  const badZones = () => JSON.stringify({ questions: Array.from({ length: 200 }, (_, zone) => ({ segment: 'individual', timeZone: `Nowhere/${n}-${zone}` })) });
  return [
    () => ['/v1/transitions.ics?segment=individual&revision=1'], () => [`/v1/channels/hotline/schedule?segment=individual&from=${2020 + n % 50}-01-01&to=${2020 + n % 50}-12-31`],
    () => ['/v1/channels/hotline/schedule.ics?segment=individual&revision=1'], () => ['/v1/quality?revision=1'], () => ['/v1/best-channel/batch', json('POST', badZones())],
    () => ['/v1/transitions.ics?segment=legal-entity&revision=1'],
  ][n % 6]();
};

/** The dearest questions, from one address after the other, each until its limit is reached, beside a quiet caller who is alone by turns. */
export async function dearQuestions(service, scale) {
  const addresses = Math.max(3, Math.round(12 * scale));
  const refused = [];
  const alone = [];
  const beside = [];
  let requests = 0;
  // Meanwhile the runtime compiles what is called often.
  await quiet(service, '127.0.0.3', times => times.length === 200);
  for (let address = 1; address <= addresses; address++) {
    const before = await quiet(service, `127.0.2.${address}`, times => times.length === 50);
    let ended = false;
    let limited = false;
    const attack = Promise.all(Array.from({ length: 8 }, async (_, first) => {
      for (let n = first; !limited; n += 8) {
        const [path, request] = dear(n);
        const { status } = await ask(service.port, path, { ...request, from: `127.0.1.${address}`, unread: true });
        requests++;
        // Never so many: the quota is 1,200 requests.
        limited ||= status === 429 || n > 10_000;
      }
    })).then(() => ended = true);
    const during = await quiet(service, `127.0.2.${address}`, times => ended || times.length === 1000);
    await attack;
    alone.push(...before.times);
    beside.push(...during.times);
    refused.push(...before.refused, ...during.refused);
  }
  const [without, p99] = [percentile(alone, 0.99), percentile(beside, 0.99)];
  // The ratio is to be read, and decides nothing: times hang on the machine. To be refused is to give way.
  return {
    try: `dear questions up to the limit of ${addresses} addresses in turn, beside a quiet caller`, requests,
    happened: `its p99 ${without.toFixed(1)} → ${p99.toFixed(1)} ms (${beside.length} answers), ratio ${(p99 / without).toFixed(1)}`, gaveWay: refused,
  };
}

/** Half a head, and nothing at all, on more connections than the service has. */
export async function crowdOfConnections(service, healthPort) {
  const held = [];
  const texts = ['GET /v1/best-channel?segment=individual HTTP/1.1\r\nHost: localhost\r\nX-', '', 'POST /v1/requests/draft HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{'];
  await each(Array.from({ length: 1200 }, (_, n) => n), 50, async n => held.push(await hold(service.port, texts[n % 3], '127.0.0.2')));
  const gaveWay = [];
  const times = [];
  for (let n = 0; n < 50; n++) {
    const answer = await ask(service.port, '/v1/best-channel?segment=individual', { from: '127.0.0.3', agent: false });
    times.push(answer.ms);
    if (answer.status !== 200)
      gaveWay.push(`another address: ${answer.status} ${answer.text}`);
  }
  for (const path of ['/health/live', '/health/ready'])
    for (let n = 0; n < 10; n++) {
      const answer = await ask(healthPort, path, { agent: false });
      if (answer.status !== 200)
        gaveWay.push(`${path} on its own listener: ${answer.status} ${answer.text}`);
    }
  const inside = await ask(healthPort, '/health/../v1/channels', { agent: false });
  if (inside.status !== 404)
    gaveWay.push(`the listener of health answers more: ${inside.status}`);
  held.forEach(socket => socket.destroy());
  return {
    try: 'slow heads, idle connections and slow bodies of one address, 1,000 allowed in all', requests: held.length,
    happened: `another address: 50 asked, slowest ${Math.max(...times).toFixed(0)} ms; health on its own listener: 20 asked; ${gaveWay.length} unanswered`, gaveWay,
  };
}

/** Streams that are never read and streams that are dropped, and then an edit. */
export async function streams(service, scale) {
  const path = '/v1/stream?segment=individual';
  const head = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  const gaveWay = [];
  const open = from => ask(service.port, path, { from, agent: false });
  const deaf = await Promise.all(Array.from({ length: 80 }, () => hold(service.port, head, '127.0.0.5')));
  // Some may have found no place, while those of the try before were still let go: a few more make the share full.
  const isRefused = async () => {
    const refused = (await open('127.0.0.5')).status === 429;
    if (!refused && deaf.length < 90)
      deaf.push(await hold(service.port, head, '127.0.0.5'));
    return refused;
  };
  if (!await comesTrue(isRefused))
    gaveWay.push('one caller has more streams than its share');
  const rounds = Math.ceil(2000 * scale);
  await each(Array.from({ length: rounds }), 20, async () => (await hold(service.port, head, '127.0.0.6')).destroy());

  const leave = new AbortController();
  const reader = await fetch(`http://127.0.0.1:${service.port}${path}`, { signal: leave.signal });
  let heard = '';
  (async () => {
    for await (const part of reader.body)
      heard += Buffer.from(part);
  })().catch(() => {});
  const edited = await ask(service.port, '/v1/admin/incidents', json('POST', { channelId: 'portal-chat', reason: { ru: 'Проба', en: 'Silence of the attack' } }, bearer(service.steward)));
  if (edited.status !== 201)
    gaveWay.push(`an edit: ${edited.status} ${edited.text}`);
  const answer = await ask(service.port, '/v1/channels/portal-chat/availability?segment=individual', { from: '127.0.0.3' });
  if (answer.status !== 200 || JSON.parse(answer.text).catalogRevision !== await service.revision())
    gaveWay.push(`the very next answer: ${answer.status}`);
  if (!await comesTrue(() => heard.includes(`"catalogRevision":${JSON.parse(answer.text).catalogRevision}`)))
    gaveWay.push('who listens does not hear of the edit');
  leave.abort();
  deaf.forEach(socket => socket.destroy());
  for (const address of ['127.0.0.5', '127.0.0.6'])
    if (!await comesTrue(async () => (await open(address)).status === 200))
      gaveWay.push(`the places of ${address} are not given back`);
  return { try: 'deaf streams (80), dropped ones, and then an edit', requests: 80 + rounds, happened: `edit ${edited.status}, next answer ${answer.status}; ${gaveWay.length} faults`, gaveWay };
}

/** Questions that nobody asked before. Limits have to be off. */
export async function manyQuestions(service, scale) {
  const total = 500_000 * scale;
  const paths = ['/v1/channels/hotline/availability?segment=individual&at=', '/v1/best-channel?segment=individual&at='];
  const gaveWay = [];
  let next = 0;
  const askUpTo = async end => each((function* () { while (next < end) yield next++; })(), 32, async n => {
    const { status, text } = await ask(service.port, paths[n % 2] + moment(n));
    if (status !== 200)
      gaveWay.push(`${paths[n % 2]}${moment(n)}: ${status} ${text.slice(0, 100)}`);
  });
  await askUpTo(10_000);
  const early = service.mebibytes();
  await askUpTo(total);
  const late = service.mebibytes();
  if (late > 2 * early)
    gaveWay.push(`memory grows from ${early.toFixed(0)} to ${late.toFixed(0)} MiB`);
  return {
    try: 'different questions', requests: total,
    happened: `resident after 10,000: ${early.toFixed(0)} MiB, at the end: ${late.toFixed(0)} MiB, ratio ${(late / early).toFixed(2)}`, gaveWay,
  };
}
