// Starts services on this machine and attacks them, one try after the other: node bench/attack/attack.mjs [--tenth]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bombsInFiles, bombsOverHttp } from './bombs.mjs';
import { crowdOfConnections, dearQuestions, manyQuestions, streams } from './crowds.mjs';
import { adminRoutes, otherSites, proxyHeaders, twistedPaths } from './doors.mjs';
import { start } from './service.mjs';
import { links, textsInBodies, textsInCatalog, textsInQueries } from './texts.mjs';

const scale = process.argv.includes('--tenth') ? 0.1 : 1;
const port = Number(process.env.PORT ?? 5120);
const folder = mkdtempSync(join(tmpdir(), 'attack-'));
const unlimited = { Limits__AddressPerMinute: '0', Limits__KeyPerMinute: '0', Limits__OpenWritesPerHour: '0' };
const results = [];

const told = text => String(text).replaceAll('|', '\\|').replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');

/** One service, and the tries against it in turn. It must end well, and have logged no error. */
async function against(name, servicePort, settings, tries) {
  const service = await start(join(folder, name), servicePort, settings);
  for (const attempt of tries) {
    const begun = performance.now();
    const result = await attempt(service, scale);
    results.push(result);
    console.error(`${result.gaveWay.length > 0 ? 'GAVE WAY' : 'held'} (${((performance.now() - begun) / 1000).toFixed(1)} s): ${result.try}`);
  }
  const faults = await service.stop();
  results.push({ try: `${name}: the log and the end`, requests: '', happened: `${faults.length} errors`, gaveWay: faults });
}

try {
  await against('doors and texts', port, { ...unlimited, Corrections__MaxOpen: '1000000', Cors__Origins: 'https://www.example.org', Telegram__Secret: 'attack-attack-attack' }, [
    adminRoutes, twistedPaths, otherSites, textsInQueries, textsInBodies, textsInCatalog, links, bombsOverHttp,
    (_, length) => bombsInFiles(folder, length),
  ]);
  await against('crowds', port + 1, {
    Server__Connections: '1000', Limits__StreamsPerCaller: '80', Health__Urls: `http://127.0.0.1:${port + 2}`, Server__HeartbeatSeconds: '1',
  }, [proxyHeaders, dearQuestions, (service, length) => crowdOfConnections(service, port + 2, length), streams]);
  await against('many questions', port + 3, unlimited, [manyQuestions]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log('| try | requests | what happened | verdict |\n|---|---:|---|---|');
for (const { try: tried, requests, happened, gaveWay } of results)
  console.log(`| ${tried} | ${requests} | ${told(happened)} | ${gaveWay.length === 0 ? 'held' : '**gave way**'} |`);
for (const { try: tried, gaveWay } of results.filter(result => result.gaveWay.length > 0)) {
  console.log(`\nGave way: ${tried}, ${gaveWay.length} times`);
  for (const what of gaveWay.slice(0, 10))
    console.log(`  ${told(what.slice(0, 300))}`);
}
process.exitCode = results.some(result => result.gaveWay.length > 0) ? 1 : 0;
