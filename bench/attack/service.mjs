// The service that is attacked: a process of its own, with a store of its own.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, bearer, comesTrue, json } from './client.mjs';

const program = 'ContactsApi/bin/Release/net10.0/ContactsApi.dll';

const environment = (folder, settings) => ({
  ...process.env, Store__Path: join(folder, 'contacts.db'), Server__PauseSeconds: '0', DOTNET_CLI_UI_LANGUAGE: 'en', LANG: 'C.UTF-8', ...settings,
});

/** Starts one. It is given back when it is ready, with a key of an admin, a steward and a reader. */
export async function start(folder, port, settings = {}) {
  mkdirSync(folder);
  const env = environment(folder, settings);
  const child = spawn('dotnet', [program, '--urls', `http://127.0.0.1:${port}`], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', part => log += part);
  const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
  process.on('exit', () => child.kill('SIGKILL'));
  if (!await comesTrue(async () => child.exitCode !== null || (await ask(port, '/health/ready')).status === 200, 120) || child.exitCode !== null)
    throw new Error(`The service did not start: ${log}`);

  const made = spawnSync('dotnet', [program, 'keys', 'create', '--name', 'attack', '--scope', 'admin'], { env, encoding: 'utf8' });
  const admin = /cak_[0-9a-z_]+/.exec(made.stdout)[0];
  await comesTrue(async () => (await ask(port, '/v1/admin/keys', { headers: bearer(admin) })).status === 200);
  const key = async scope => JSON.parse((await ask(port, '/v1/admin/keys', json('POST', { name: scope, scope }, bearer(admin)))).text).secret;
  return {
    port, admin, steward: await key('steward'), reader: await key('read'),
    mebibytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
    revision: async () => JSON.parse((await ask(port, '/health/ready')).text).catalogRevision,
    /** What it logged as an error, and how it ended if not well. */
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      const errors = log.split('\n').filter(line => /"LogLevel":"(Error|Critical)"/.test(line));
      return [...errors, ...(code === 0 ? [] : [`it ended with ${code}`])];
    },
  };
}

/** Runs `catalog validate` on a file: its exit code, and how much memory it took at most. */
export function validate(folder, file) {
  return new Promise(resolve => {
    const child = spawn('dotnet', [program, 'catalog', 'validate', file], { env: environment(folder, {}), stdio: 'ignore' });
    let kibibytes = 0;
    const watch = setInterval(() => {
      try {
        kibibytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? kibibytes);
      } catch {
        // It has just ended.
      }
    }, 20);
    const end = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      clearTimeout(end);
      resolve({ code: code ?? signal, mebibytes: kibibytes / 1024 });
    });
  });
}
