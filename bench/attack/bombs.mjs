// Little that becomes much when it is read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ask, bearer, json } from './client.mjs';
import { validate } from './service.mjs';

const many = (count, text) => Array.from({ length: count }, (_, n) => text(n)).join(',');

/** JSON within and beyond what a body may be, to every route that takes one. */
export async function bombsOverHttp(service, scale) {
  const keys = 70_000 * scale;
  const bodies = {
    deep: '['.repeat(100_000) + ']'.repeat(100_000), 'deep and unfinished': '{"a":'.repeat(50_000), 'deep inside': `{"questions":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    'many keys': `{${many(keys, n => `"k${n}":1`)}}`, 'one key again and again': `{${many(keys, () => '"id":"hotline"')}}`, 'many questions': `{"questions":[${many(100_000, () => '{}')}]}`,
    'a thousand bad zones': `{"questions":[${many(1000, n => `{"segment":"individual","timeZone":"Nowhere/${n}"}`)}]}`,
    'huge numbers': `{"id":${'9'.repeat(500_000)},"a":1e999999999,"b":-1e-999999999}`, 'a huge text': `{"id":"${'x'.repeat(1_000_000)}"}`, 'escapes': `{"id":"${'\\u0000'.repeat(100_000)}"}`,
    'too much': 'x'.repeat(8 << 20), 'nothing': '', 'null': 'null', 'a number': '1e400', 'a BOM': '\ufeff{}', 'not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    '__proto__': '{"__proto__":{"admin":true},"$type":"System.IO.FileInfo, mscorlib","constructor":{}}', packed: gzipSync(Buffer.alloc(64 << 20)),
  };
  const routes = [
    ['POST', '/v1/best-channel/batch'], ['POST', '/v1/requests/draft'], ['POST', '/v1/corrections'], ['POST', '/v1/bots/telegram'],
    ['PUT', '/v1/admin/channels/hotline'], ['PATCH', '/v1/admin/channels/hotline'], ['PUT', '/v1/admin/schedules/H-GRAPH'], ['POST', '/v1/admin/incidents'],
  ];
  const statuses = {};
  const gaveWay = [];
  let slowest = 0;
  let longest = 0;
  for (const [method, path] of routes)
    for (const [name, body] of Object.entries(bodies)) {
      const { headers } = json(method, '', { 'If-Match': '*', 'X-Telegram-Bot-Api-Secret-Token': 'attack-attack-attack', ...(path.startsWith('/v1/admin') ? bearer(service.steward) : {}) });
      if (method === 'PATCH')
        headers['Content-Type'] = 'application/merge-patch+json';
      if (name === 'packed')
        headers['Content-Encoding'] = 'gzip';
      const answer = await ask(service.port, path, { method, body: Buffer.from(body), headers, agent: false });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      slowest = Math.max(slowest, answer.ms);
      longest = Math.max(longest, answer.text.length);
      // A body that is refused before it was sent ends the connection, sometimes before the answer is read.
      if (answer.status >= 500 || (answer.status === 0 && name !== 'too much'))
        gaveWay.push(`${method} ${path} (${name}): ${answer.status} ${answer.text.slice(0, 100)}`);
    }
  const after = await ask(service.port, '/v1/best-channel?segment=individual');
  if (after.status !== 200)
    gaveWay.push(`afterwards: ${after.status}`);
  return {
    try: `JSON bombs (${Object.keys(bodies).length}) to every route that takes a body`, requests: routes.length * Object.keys(bodies).length,
    happened: `${Object.entries(statuses).map(([status, count]) => `${count} × ${status}`).join(', ')}; slowest ${slowest.toFixed(0)} ms, longest answer ${(longest / 1e6).toFixed(1)} MB`, gaveWay,
  };
}

/** Files that `catalog validate` has to refuse, within a memory that small machines have. */
export async function bombsInFiles(folder, scale) {
  const most = 768;
  const anchors = Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [${n === 0 ? 'lol' : many(9, () => `*a${n - 1}`)}]`).join('\n');
  const files = {
    'flow, deep': `channels: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'flow, deep and unfinished': '{a: '.repeat(100_000),
    'block, deep': Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'sequences in a line': `${'- '.repeat(20_000)}a`,
    'many keys': Array.from({ length: 300_000 }, (_, n) => `k${n}: 1`).join('\n'), 'one key again and again': 'channels: []\n'.repeat(100_000),
    anchors, 'an anchor that holds itself': 'channels: &a [*a]', 'a huge number': `offices: ${'9'.repeat(1_000_000)}`, 'a huge text': `source: "${'x'.repeat(20_000_000)}"`,
    'a tag': 'channels: !!python/object/apply:os.system [id]\n', merge: `a: &a {b: c}\n${'<<: *a\n'.repeat(1000)}`, 'many documents': '---\n'.repeat(100_000),
    'nothing': '', NUL: '\0'.repeat(1000), 'JSON, deep': `{"channels":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  };
  // A tenth leaves out what is much like another.
  const chosen = Object.entries(files).filter((_, n) => scale === 1 || [0, 3, 4, 6, 7].includes(n));
  const gaveWay = [];
  let largest = 0;
  for (const [name, text] of chosen) {
    const file = join(folder, 'bomb.yaml');
    writeFileSync(file, text);
    const { code, mebibytes } = await validate(folder, file);
    largest = Math.max(largest, mebibytes);
    if (code !== 1)
      gaveWay.push(`${name}: ended with ${code}`);
    else if (mebibytes > most)
      gaveWay.push(`${name}: ${mebibytes.toFixed(0)} MiB`);
  }
  return {
    try: 'YAML bombs to `catalog validate`', requests: chosen.length,
    happened: `${chosen.length - gaveWay.length} refused with exit code 1 within ${most} MiB, most of it ${largest.toFixed(0)} MiB`, gaveWay,
  };
}
