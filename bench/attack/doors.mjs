// Who gets in, and how the address of a request may be twisted.
import { ask, askRaw, bearer, each, json } from './client.mjs';
import { address, readOperations } from './contract.mjs';

const adminOperations = async service => (await readOperations(service)).filter(operation => operation.path.startsWith('/v1/admin'));

/** Every route under /v1/admin, with no key, wrong ones, and one of too small a scope. */
export async function adminRoutes(service) {
  const before = await service.revision();
  const { steward, reader } = service;
  const wrong = steward.slice(0, -9) + (steward.at(-9) === '0' ? '1' : '0') + steward.slice(-8);
  const credentials = {
    'no key': {}, 'an empty one': { Authorization: '' }, 'no token': { Authorization: 'Bearer ' }, 'no key of ours': { Authorization: 'Bearer admin' },
    'another secret': bearer(wrong), 'half a key': bearer(steward.slice(0, 30)), 'a key with more': bearer(`${steward}0`),
    'two keys': { Authorization: `Bearer ${reader}, Bearer ${steward}` }, 'a password': { Authorization: `Basic ${btoa(`admin:${steward}`)}` },
    'a cookie': { Cookie: `key=${steward}; Authorization=Bearer ${steward}` }, 'another header': { 'Api-Key': steward, 'X-Auth-Token': steward, 'Proxy-Authorization': `Bearer ${steward}` },
    'a key for reading': bearer(reader), 'capitals': bearer(steward.toUpperCase()),
  };
  const operations = await adminOperations(service);
  const asked = [];
  // Whoever holds a key has webhooks of its own.
  const isOpenTo = (operation, name) => name === 'a key for reading' && operation.path.startsWith('/v1/admin/webhooks');
  for (const operation of operations)
    for (const [name, headers] of Object.entries(credentials).filter(([name]) => !isOpenTo(operation, name)))
      asked.push({ operation, name, headers });
  const others = ['audit', 'keys', 'keys/{keyId}', 'keys/{keyId}/rotate'].map(path => `/v1/admin/${path}`);
  for (const operation of operations.filter(operation => others.includes(operation.path)))
    asked.push({ operation, name: 'a steward', headers: bearer(steward) });

  const statuses = {};
  const gaveWay = [];
  await each(asked, 16, async ({ operation, name, headers }) => {
    const body = operation.method === 'GET' || operation.method === 'DELETE' ? {} : json(operation.method, '{}', { 'If-Match': '*' });
    const { status, text } = await ask(service.port, address(operation), { method: operation.method, ...body, headers: { ...body.headers, ...headers } });
    statuses[status] = (statuses[status] ?? 0) + 1;
    if ((status !== 401 && status !== 403) || /cak_[0-9a-f]{10}_/.test(text))
      gaveWay.push(`${operation.method} ${operation.path} with ${name}: ${status}`);
  });
  if (await service.revision() !== before)
    gaveWay.push('the catalog was changed');
  return {
    try: `admin routes of the contract (${operations.length}), ${Object.keys(credentials).length} wrong credentials`, requests: asked.length,
    happened: Object.entries(statuses).map(([status, count]) => `${count} × ${status}`).join(', '), gaveWay,
  };
}

/** Other ways to write the address of a route that needs a key, and of a file. */
export async function twistedPaths(service) {
  const twist = path => {
    const [, v1, admin, ...rest] = path.split('/');
    const tail = rest.join('/');
    return [
      `/${path}`, `//${v1}//${admin}//${tail}`, `/${v1}/%61dmin/${tail}`, `/${v1}/admin%2f${tail}`, `/${v1}/admin%5c${tail}`, `/${v1}%2fadmin%2f${tail}`,
      `/${v1.toUpperCase()}/ADMIN/${tail.toUpperCase()}`, `/${v1}/x/../admin/${tail}`, `/${v1}/x/%2e%2e/admin/${tail}`, `/${v1}/x/..%2fadmin/${tail}`,
      `/${v1}/channels/..;/admin/${tail}`, `/${v1}/channels;x=/../admin/${tail}`, `/health/live/../../${v1}/admin/${tail}`, `/swagger/../${v1}/admin/${tail}`,
      `/${v1}/./admin/./${tail}`, `${path}/`, `${path}.`, `${path}..`, `${path}%00`, `${path}%20`, `${path}%09`, `${path};a=b`, `${path}%3f`, `${path}%23`, `${path}.json`,
      `/${v1}\\admin\\${tail}`, `/${v1}/%u0061dmin/${tail}`, `/${v1}/%c1%a1dmin/${tail}`, `/${v1}/\u0430dmin/${tail}`, `/%2e/${v1}/admin/${tail}`, `${path}\t`, `${path}\0`,
      `http://127.0.0.1${path}`, `http://evil.example${path}`, `//evil.example${path}`,
    ];
  };
  const targets = [['GET', '/v1/admin/keys'], ['GET', '/v1/admin/audit'], ['GET', '/v1/admin/channels/hotline'], ['DELETE', '/v1/admin/channels/hotline'],
    ['POST', '/v1/admin/revisions/1/rollback'], ['POST', '/v1/admin/keys']];
  const files = ['/../../../../../../etc/passwd', '/..%2f..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '/swagger/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/swagger/..%5c..%5cContactsApi.dll', '/swagger/%2e%2e/contacts.db', '/contacts.db', '/data/contacts.db', '/ContactsApi.dll', '/appsettings.json',
    '/.git/config', '/widget.js/../../contacts.db', '/swagger//etc/passwd', '/swagger/%00', '/%00', '/file:///etc/passwd'];
  const asked = [...targets.flatMap(([method, path]) => twist(path).map(twisted => [method, twisted])), ...files.map(path => ['GET', path])];
  const before = await service.revision();
  const statuses = {};
  const gaveWay = [];
  await each(asked, 16, async ([method, path]) => {
    const { status, text } = await askRaw(service.port,
      `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nIf-Match: *\r\nContent-Length: ${method === 'POST' ? 2 : 0}\r\n\r\n${method === 'POST' ? '{}' : ''}`);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status < 400 || status >= 500)
      gaveWay.push(`${method} ${path}: ${status} ${text.slice(-100)}`);
  });
  if (await service.revision() !== before)
    gaveWay.push('the catalog was changed');
  return {
    try: 'twisted paths without a key, and paths of files', requests: asked.length,
    happened: Object.entries(statuses).map(([status, count]) => `${count} × ${status}`).join(', '), gaveWay,
  };
}

/** What only a known proxy may say. Limits have to be on. */
export async function proxyHeaders(service) {
  const claims = {
    'X-Forwarded-For': '203.0.113.7', 'X-Real-IP': '203.0.113.7', 'True-Client-IP': '203.0.113.7', 'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https', 'X-Forwarded-Prefix': '/evil.example', 'X-Original-Host': 'evil.example', 'X-Original-URL': '/v1/admin/keys',
    'X-Rewrite-URL': '/v1/admin/keys', 'X-HTTP-Method-Override': 'DELETE', 'X-HTTP-Method': 'DELETE', 'X-Method-Override': 'DELETE',
    'Forwarded': 'for=203.0.113.7;host=evil.example;proto=https', 'X-Forwarded-User': 'admin', 'X-Remote-User': 'admin',
    'X-Host': 'evil.example', 'X-Forwarded-Server': 'evil.example', 'X-Custom-IP-Authorization': '127.0.0.1',
  };
  const at = 'at=2026-11-23T09:00:00Z';
  const paths = [`/?segment=individual&${at}`, `/v1/best-channel?segment=individual&${at}`, `/v1/channels/hotline/availability?${at}`, '/v1/channels/hotline/contact.vcf', '/widget',
    '/health/live', '/v1/admin/keys', '/openapi.yaml'];
  const from = '127.0.0.9';
  const moving = ['date', 'x-request-id', 'ratelimit', 'age', 'cache-control', 'etag', 'expires', 'last-modified', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];
  const still = answer => JSON.stringify([
    answer.status, Object.entries(answer.headers).filter(([name]) => !moving.includes(name)).sort(),
    answer.text.replaceAll(/"(requestId|instance)":"[^"]*"|"askedAt":"[^"]*"/g, ''),
  ]);
  const left = answer => Number(/r=(\d+)/.exec(answer.headers.ratelimit)?.[1]);
  const gaveWay = [];
  let requests = 0;
  let last = Infinity;
  for (const path of paths) {
    const plain = still(await ask(service.port, path, { from }));
    for (const [name, value] of Object.entries(claims)) {
      const answer = await ask(service.port, path, { from, headers: { [name]: value } });
      requests++;
      if (still(answer) !== plain)
        gaveWay.push(`${name} on ${path} makes a difference: ${answer.status}`);
      if (answer.text.includes('evil.example') || answer.headers['strict-transport-security'])
        gaveWay.push(`${name} on ${path} is believed`);
      const now = left(answer);
      if (now >= last)
        gaveWay.push(`${name} on ${path}: counted as another caller`);
      last = now || last;
    }
  }
  return { try: `headers of an unknown proxy (${Object.keys(claims).length})`, requests, happened: `no difference but in ${gaveWay.length}; ${last} requests left of the quota`, gaveWay };
}

/** What browsers are told about the pages of other sites. The service allows https://www.example.org alone. */
export async function otherSites(service) {
  const allowed = 'https://www.example.org';
  const foreign = ['https://evil.example', 'null', 'https://www.example.org.evil.example', 'https://evilwww.example.org', 'http://www.example.org', 'https://www.example.org:8443',
    'https://WWW.EXAMPLE.ORG', 'https://www.example.org/', 'file://', '*', `${allowed}, https://evil.example`];
  const open = ['/v1/best-channel?segment=individual', '/v1/channels', '/v1/quality', '/v1/corrections', '/', '/health/ready', '/nothing'];
  const keyed = ['/v1/admin/keys', '/v1/admin/channels/hotline', '/V1/Admin/keys', '/v1/admin/nothing'];
  const gaveWay = [];
  let requests = 0;
  const look = async (path, origin, method) => {
    const { headers } = await ask(service.port, path, {
      method, headers: { Origin: origin, Cookie: 'session=1', 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'authorization', ...bearer(service.steward) },
    });
    requests++;
    if (headers['access-control-allow-credentials'])
      gaveWay.push(`${method} ${path} allows credentials to ${origin}`);
    if (/authorization/i.test(headers['access-control-allow-headers'] ?? ''))
      gaveWay.push(`${method} ${path} lets ${origin} send a key`);
    return headers['access-control-allow-origin'];
  };
  for (const method of ['GET', 'OPTIONS']) {
    for (const origin of foreign)
      for (const path of [...open, ...keyed])
        if (await look(path, origin, method) !== undefined)
          gaveWay.push(`${method} ${path} is open to ${origin}`);
    for (const path of keyed)
      if (await look(path, allowed, method) !== undefined)
        gaveWay.push(`${method} ${path} is open to other sites`);
  }
  // Or the above would prove nothing.
  if (await look(open[0], allowed, 'GET') !== allowed)
    gaveWay.push('the allowed site is not allowed');
  return { try: `pages of other sites (${foreign.length} origins), with credentials`, requests, happened: gaveWay.length === 0 ? 'none allowed, no route that needs a key, never credentials' : 'some allowed', gaveWay };
}
