// Kills the service in the midst of its work, round after round: node bench/kills/kills.mjs PROGRAM PORT ROUNDS
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, bearer, comesTrue, json, pause } from '../attack/client.mjs';

const [program, port, rounds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const stewards = ['hotline', 'portal-chat', 'email'];
const path = '/v1/best-channel?segment=individual';
const env = {
  ...process.env, Server__PauseSeconds: '0', LANG: 'C.UTF-8', Limits__AddressPerMinute: '0', Limits__KeyPerMinute: '0',
};
const dotnet = (...words) => spawnSync('dotnet', [program, ...words], { env, encoding: 'utf8' });

/** A sequence that is the same in every run. */
let seed = 20261127;
const random = below => (seed = (seed * 48271) % 2147483647) % below;

const asPostgres = (...words) => process.getuid() === 0 ? spawnSync('runuser', ['-u', 'postgres', '--', ...words]) : spawnSync(words[0], words.slice(1));
const killPostgres = () => process.kill(Number(readFileSync(join(process.env.POSTGRES_DATA, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');

let key;
let acknowledged = 0;
let imports = 0;
let refused = 0;
let answers = 0;
let highest = 0;
const faults = [];
/** The writes of the last round that were acknowledged, and are to be found in the next: the message by the number of its revision. */
let unproven = new Map();

async function start() {
  const child = spawn('dotnet', [program, '--urls', `http://127.0.0.1:${port}`], { env, stdio: 'ignore' });
  if (!await comesTrue(async () => child.exitCode !== null || (await ask(port, '/health/ready')).status === 200, 120) || child.exitCode !== null)
    throw new Error(`The service did not start: ${child.exitCode}`);
  return child;
}

/** Whether all that was acknowledged before the kill is there, under its number. */
async function prove(round) {
  for (const [revision, message] of unproven) {
    const { status, text } = await ask(port, `/v1/revisions?limit=1&cursor=${revision + 1}`);
    const found = status === 200 ? JSON.parse(text).revisions[0] : undefined;
    if (found?.number !== revision || (message !== undefined && found.message !== message))
      faults.push(`round ${round}: revision ${revision}, "${message}", was acknowledged, and there is ${status} ${text.slice(0, 200)}`);
  }
  unproven = new Map();
}

async function edit(channel, round, alive) {
  const id = `kills-${channel}`;
  const incident = reason => ({ id, channelId: channel, start: '2026-01-01T00:00:00Z', end: '2026-01-02T00:00:00Z', reason: { ru: reason, en: reason } });
  for (let n = 0; alive(); n++) {
    const message = `${channel} ${round} ${n}`;
    const put = condition => ask(
      port, `/v1/admin/incidents/${id}?message=${encodeURIComponent(message)}`, json('PUT', incident(message), { ...bearer(key), [condition]: '*' }));
    let answer = await put('If-Match');
    if (answer.status === 412)
      answer = await put('If-None-Match');
    const { status, headers, text } = answer;
    if (status === 200 || status === 201) {
      const revision = Number(/\d+/.exec(headers.etag)[0]);
      unproven.set(revision, message);
      highest = Math.max(highest, revision);
      acknowledged++;
    } else if (alive() && ![0, 409, 412, 503].includes(status)) {
      faults.push(`round ${round}: an edit got ${status} ${text.slice(0, 200)}`);
      return;
    } else {
      await pause(20);
    }
  }
}

async function read(round, alive) {
  while (alive()) {
    const known = highest;
    const { status, text } = await ask(port, path);
    if (status !== 200) {
      if (alive() && status !== 0)
        faults.push(`round ${round}: a question got ${status} ${text.slice(0, 200)}`);
      continue;
    }
    answers++;
    if (JSON.parse(text).catalogRevision < known)
      faults.push(`round ${round}: an answer is from revision ${JSON.parse(text).catalogRevision}, and ${known} was acknowledged before it was asked for`);
    await pause(5);
  }
}

/** By another process, onto what was exported a moment before: what others edit meanwhile has to stay. */
async function importCatalog(round) {
  const file = join(dirname(program), 'catalog.yaml');
  const exported = dotnet('catalog', 'export');
  if (exported.status !== 0)
    return;
  const message = `import ${round}`;
  writeFileSync(file, exported.stdout.replace(/(The Gosuslugi support centre: number and contacts)[^"]*"/, `$1 ${round}"`));
  const importing = spawn('dotnet', [program, 'catalog', 'import', file, '--author', 'kills', '--message', message], { env });
  let told = '';
  importing.stdout.on('data', part => told += part);
  importing.stderr.on('data', part => told += part);
  const code = await new Promise(resolve => importing.on('exit', resolve));
  const revision = Number(/[Rr]evision (\d+)/.exec(told)?.[1]);
  if (code === 0 && revision) {
    unproven.set(revision, message);
    imports++;
  } else if (code === 1 && told.includes('try again later')) {
    refused++; // Others kept writing: it says so, and wrote nothing.
  } else {
    faults.push(`round ${round}: an import ended with ${code}: ${told.slice(0, 300)}`);
  }
}

for (let round = 1; round <= rounds; round++) {
  const child = await start();
  key ??= /cak_[0-9a-z_]+/.exec(dotnet('keys', 'create', '--name', 'kills', '--scope', 'steward').stdout)[0];
  await comesTrue(async () => (await ask(port, '/v1/admin/incidents', { headers: bearer(key) })).status === 200);
  await prove(round);
  let lives = true;
  const alive = () => lives;
  const work = [...stewards.map(channel => edit(channel, round, alive)), read(round, alive), read(round, alive)];
  if (round % 10 === 7) // Never when PostgreSQL is killed.
    work.push(importCatalog(round));
  await pause(100 + random(2500));
  lives = false;
  if (process.env.POSTGRES_START && round % 5 === 0)
    killPostgres();
  child.kill('SIGKILL');
  await Promise.all(work);
  // It does not start again before the last of its processes has noticed.
  if (process.env.POSTGRES_START && round % 5 === 0 && !await comesTrue(() => asPostgres(process.env.POSTGRES_START).status === 0))
    throw new Error('PostgreSQL does not start again.');
  if (round % 50 === 0)
    console.error(`${round} rounds: ${acknowledged} writes acknowledged, ${faults.length} faults`);
}
const last = await start();
await prove(rounds + 1);
last.kill('SIGTERM');
console.log(`${rounds} kills${process.env.POSTGRES_START ? `, ${Math.floor(rounds / 5)} of PostgreSQL too` : ''}: `
  + `${acknowledged} writes acknowledged, ${imports} imports and ${refused} refused, ${answers} answers; ${faults.length} faults`);
faults.slice(0, 10).forEach(fault => console.log(`  ${fault}`));
process.exitCode = faults.length > 0 ? 1 : 0;
