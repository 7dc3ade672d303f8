// How an attacker speaks: requests from any address of this machine, as they are written, and bare connections.
import http from 'node:http';
import net from 'node:net';

const agents = new Map();

/** Connections that are kept, of one address. */
function agentOf(from) {
  if (!agents.has(from))
    agents.set(from, new http.Agent({ keepAlive: true, maxSockets: 32, localAddress: from }));
  return agents.get(from);
}

/**
 * One request. A connection that fails is status 0. A stream is left once its head is there.
 * `unread` throws the body away, so that its reading here delays nobody.
 * `agent: false` takes a connection of its own.
 */
export function ask(port, path, { method = 'GET', headers = {}, body, from = '127.0.0.1', agent = agentOf(from), unread = false } = {}) {
  return new Promise(resolve => {
    const begun = performance.now();
    const done = answer => resolve({ ...answer, ms: performance.now() - begun });
    const failed = error => done({ status: 0, headers: {}, text: String(error.code ?? error.message) });
    const request = http.request({ host: '127.0.0.1', port, path, method, headers, agent, localAddress: from, timeout: 60_000 }, response => {
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        request.destroy();
        return done({ status: response.statusCode, headers: response.headers, text: '' });
      }
      const parts = [];
      response.on('data', part => unread || parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
      response.on('error', failed);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in 60 s')));
    request.on('error', failed);
    request.end(body);
  });
}

export const json = (method, value, headers = {}) => ({
  method, body: typeof value === 'string' ? value : JSON.stringify(value), headers: { 'Content-Type': 'application/json', ...headers },
});

export const bearer = key => ({ Authorization: `Bearer ${key}` });

/** The status of a request whose bytes are sent as they are, and the text of its answer. */
export function askRaw(port, bytes) {
  return new Promise(resolve => {
    let text = '';
    const socket = net.connect({ host: '127.0.0.1', port, timeout: 20_000 }, () => socket.write(bytes));
    socket.on('data', part => text += part);
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.[01] (\d+)/.exec(text)?.[1] ?? 0), text }));
  });
}

/** A connection that sends these bytes, and then nothing; it reads nothing either. Resolves when it stands, or cannot. */
export function hold(port, bytes, from) {
  return new Promise(resolve => {
    const socket = net.connect({ host: '127.0.0.1', port, localAddress: from }, () => {
      socket.write(bytes);
      resolve(socket);
    });
    socket.pause();
    socket.on('error', () => resolve(socket));
  });
}

/** All of these, so many at once. */
export async function each(items, atOnce, act) {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); !next.done; next = rest.next())
      await act(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Whether it comes true before a patience ends that no working service needs. */
export async function comesTrue(condition, seconds = 60) {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(100))
    if (await condition())
      return true;
  return false;
}
