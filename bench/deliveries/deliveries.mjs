// Kills the service while it tells a webhook what happens, round after round: node bench/deliveries/deliveries.mjs PROGRAM PORT ROUNDS REPLICAS
import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { ask, bearer, comesTrue, json, pause } from '../attack/client.mjs';

const [program, port, rounds, replicas] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const env = {
  ...process.env, Server__PauseSeconds: '0', LANG: 'C.UTF-8', Limits__AddressPerMinute: '0', Limits__KeyPerMinute: '0',
  Outgoing__AllowThisMachine: 'true', Webhooks__TimeoutSeconds: '1',
};
const dotnet = (...words) => spawnSync('dotnet', [program, ...words], { env, encoding: 'utf8' });

/** A sequence that is the same in every run. */
let seed = 20261127;
const random = below => (seed = (seed * 48271) % 2147483647) % below;

const faults = [];
const note = fault => faults.push(fault);
let secret;
let key;
let mood = 'moody';

/** What arrived: the id by the sequence, and the sequence by the id. */
const ids = new Map();
const sequences = new Map();
const taken = new Map();
let last = 0;
let arrived = 0;
let repeated = 0;
let active = 0;

const receiver = createServer((request, response) => {
  const parts = [];
  if (++active > 1)
    note(`a message came while another was being answered`);
  let over = false;
  const end = () => { if (!over) { over = true; active--; } };
  response.on('close', end);
  request.on('data', part => parts.push(part));
  request.on('end', () => receive(request.headers, Buffer.concat(parts).toString(), response));
});

function receive(headers, body, response) {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(signed).digest('base64');
  if (headers['webhook-signature'] !== `v1,${signature}`)
    note(`a message was not signed: ${body.slice(0, 100)}`);
  const message = JSON.parse(body);
  const [id, sequence] = [headers['webhook-id'], message.sequence];
  arrived++;
  if (ids.has(sequence))
    repeated++;
  if ((ids.get(sequence) ?? id) !== id || (sequences.get(id) ?? sequence) !== sequence)
    note(`event ${sequence} came under two ids`);
  if (sequence < last)
    note(`event ${sequence} came after ${last}`);
  ids.set(sequence, id);
  sequences.set(id, sequence);
  last = Math.max(last, sequence);
  const chance = mood === 'calm' ? 99 : random(100);
  if (chance < 4) {
    response.statusCode = 500;
    response.end();
  } else if (chance < 7) {
    response.socket.destroy();
  } else if (chance < 9) {
    setTimeout(() => response.end(), 1500); // too late
  } else {
    taken.set(sequence, message);
    if (chance < 12)
      response.socket.destroy(); // it has it, and cannot say so
    else
      setTimeout(() => response.end(), random(20));
  }
}

async function start(number) {
  const child = spawn('dotnet', [program, '--urls', `http://127.0.0.1:${port + number}`], { env, stdio: 'ignore' });
  if (!await comesTrue(async () => child.exitCode !== null || (await ask(port + number, '/health/ready')).status === 200, 120) || child.exitCode !== null)
    throw new Error(`The service did not start: ${child.exitCode}`);
  return child;
}

/** What was acknowledged, and has to be told: revisions by number, incidents by id. */
const revisions = new Set();
const incidents = new Set();
const acknowledged = answer => {
  if (answer.status === 200 || answer.status === 201)
    revisions.add(Number(/\d+/.exec(answer.headers.etag)[0]));
  return answer.status === 200 || answer.status === 201;
};
const put = (at, id, start, end, condition) => ask(
  at, `/v1/admin/incidents/${id}`,
  json('PUT', { id, channelId: 'hotline', onlyHere: true, start, end, reason: { ru: `сбой ${start}`, en: `failure ${start}` } }, { ...bearer(key), [condition]: '*' }));

/** One outage that starts and ends by the clock, and edits of another all the time. */
async function work(round, at, alive) {
  const now = Date.now();
  const id = `deliveries-${round}`;
  const [from, to] = [500, 1500].map(later => new Date(now + later + random(1000)).toISOString());
  const written = acknowledged(await put(at(), id, from, to, 'If-None-Match'));
  // Nobody is told of an outage that was over before it was written down, as happens on a busy machine.
  if (written && Date.now() < Date.parse(to))
    incidents.add(id);
  for (let n = 0; alive(); n++) {
    const moment = new Date(Date.now() - 86400000 + n).toISOString();
    const answer = await put(at(), 'deliveries', moment, new Date(Date.now() - 80000000).toISOString(), n === 0 && round === 1 ? 'If-None-Match' : 'If-Match');
    if (!acknowledged(answer) && alive() && ![0, 409, 412, 503].includes(answer.status))
      note(`round ${round}: an edit got ${answer.status} ${answer.text.slice(0, 200)}`);
    await pause(150 + random(300));
  }
}

await new Promise(resolve => receiver.listen(port + 2, '127.0.0.1', resolve));
const children = [];
for (let number = 0; number < replicas; number++)
  children.push(await start(number));
key = /cak_[0-9a-z_]+/.exec(dotnet('keys', 'create', '--name', 'deliveries', '--scope', 'steward').stdout)[0];
await comesTrue(async () => (await ask(port, '/v1/admin/webhooks', { headers: bearer(key) })).status === 200);
const made = await ask(port, '/v1/admin/webhooks', json('POST', { url: `http://127.0.0.1:${port + 2}/hooks` }, bearer(key)));
if (made.status !== 201)
  throw new Error(`No webhook: ${made.status} ${made.text}`);
const webhook = JSON.parse(made.text);
secret = webhook.secret;

// Ctrl+C ends it early, with what is proven by then.
let done = 0;
let goesOn = true;
process.once('SIGINT', () => goesOn = false);
for (let round = 1; round <= rounds && goesOn; round++) {
  const victim = round % replicas;
  let lives = true;
  const working = work(round, () => port + random(replicas), () => lives);
  await pause(replicas > 1 ? 500 + random(5000) : 4500 + random(3500));
  lives = false;
  children[victim].kill('SIGKILL');
  await working;
  children[victim] = await start(victim);
  done = round;
  if (round % 25 === 0)
    console.error(`${round} rounds: ${revisions.size} revisions acknowledged, ${taken.size} events taken, ${repeated} sent again, ${faults.length} faults`);
}

mood = 'calm';
const shown = async () => JSON.parse((await ask(port, `/v1/admin/webhooks/${webhook.webhook.id}`, { headers: bearer(key) })).text);
await pause(3000);
if (!await comesTrue(async () => (await shown()).waiting === 0, 600))
  note(`events still wait: ${JSON.stringify(await shown())}`);
const told = [...taken.values()];
const toldRevisions = new Set(told.filter(one => one.type === 'revision.created').map(one => one.data.revision));
for (const revision of revisions) {
  if (!toldRevisions.has(revision))
    note(`revision ${revision} was acknowledged and not told`);
}
for (let revision = Math.min(...toldRevisions); revision <= Math.max(...toldRevisions); revision++) {
  if (!toldRevisions.has(revision))
    note(`revision ${revision} was not told, and others before and after it were`);
}
for (const id of incidents) {
  for (const type of ['incident.started', 'incident.ended']) {
    const count = told.filter(one => one.type === type && one.data.incidentId === id).length;
    if (count !== 1)
      note(`${type} of ${id} was told ${count} times`);
  }
}
children.forEach(child => child.kill('SIGTERM'));
receiver.close();
receiver.closeAllConnections();
console.log(`${done} kills of ${replicas > 1 ? 'one of two replicas' : 'the service'}: ${revisions.size} revisions acknowledged, ${incidents.size} outages by the clock, `
  + `${taken.size} events taken, ${arrived} messages, ${repeated} of them again; ${faults.length} faults`);
faults.forEach(fault => console.log(`  ${fault}`));
process.exitCode = faults.length > 0 ? 1 : 0;
