// What makes the page live. Everything it shows comes ready from the service: this only asks for the page anew and puts the
// parts that may have changed in place of the old ones. Without it the page is right too, for the moment it was asked for.

const LIVE_PARTS = ['mistakes', 'answer', 'week'];
const LONGEST_TIMER = 6 * 60 * 60 * 1000;
const PATIENCE = 8000;
const SHORTEST_PAUSE = 15000;
const LONGEST_PAUSE = 5 * 60 * 1000;
const russian = document.documentElement.lang === 'ru';
const say = (ru, en) => (russian ? ru : en);
const part = (id) => document.getElementById(id);
const moment = () => Date.parse(document.documentElement.dataset.moment);
const address = () => new URL(location.href);

let shownAt = performance.now();
let shownQuery = location.search;
let lost = false;
// Whether changes come by themselves. Where the stream is refused they are asked for, with growing pauses.
let isTold = true;
let pause = SHORTEST_PAUSE;

/** Asks for the page at an address and shows what it says; of what was only guessed, not that it is wrong. */
async function show(url, { parts = LIVE_PARTS, push = false, guessed = false } = {}) {
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!isPage || response.status >= 500 || (guessed && !response.ok)) throw new Error(`${response.status}`);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (push) history.pushState(null, '', url);
  shownQuery = new URL(url).search;
  const best = part('answer')?.dataset.best;
  for (const id of parts) exchange(part(id), fresh.getElementById(id));
  document.documentElement.dataset.moment = fresh.documentElement.dataset.moment;
  shownAt = performance.now();
  prepare();
  if (best !== part('answer').dataset.best) announce(part('best-name')?.textContent);
}

function exchange(old, fresh) {
  if (!old || !fresh) return;
  for (const details of old.querySelectorAll('details[open][id]')) {
    fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute('open', '');
  }
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const where = focused && (focused.id ? `#${CSS.escape(focused.id)}` : `a[href="${CSS.escape(focused.getAttribute('href') ?? '')}"]`);
  const slider = old.querySelector('#slider');
  if (slider && sliding) fresh.querySelector('#slider')?.replaceWith(slider);
  old.replaceWith(document.adoptNode(fresh));
  if (where) fresh.querySelector(where)?.focus();
}

function announce(name) {
  if (name) part('live').textContent = say(`Теперь лучше: ${name}`, `Best now: ${name}`);
}

// The connection: an event stream where there is one, else a question now and then, and one when the answer ends.

let source;
let timer;
let overdue;
let asking;
const isAboutNow = () => part('answer')?.dataset.now === '';

function listen() {
  source?.close();
  for (const one of [timer, overdue, asking]) clearTimeout(one);
  if (!isAboutNow()) return;
  waitForTheEnd();
  source = new EventSource(part('answer').dataset.stream);
  source.onopen = () => {
    [isTold, pause] = [true, SHORTEST_PAUSE];
    connected();
  };
  source.onerror = () => {
    clearTimeout(overdue);
    // The service may end a stream at any time, and the browser comes back by itself; a refusal it takes as final.
    if (source.readyState === EventSource.CLOSED) askLater();
    else overdue = setTimeout(disconnected, PATIENCE);
  };
  source.addEventListener('best-channel', (event) => {
    connected();
    const { best, catalogRevision, validUntil } = JSON.parse(event.data);
    const shown = part('answer').dataset;
    const same = shown.best === (best?.channelId ?? undefined) && shown.revision === `${catalogRevision}`
      && Date.parse(shown.validUntil ?? 0) === Date.parse(validUntil ?? 0);
    if (!same) refresh();
  });
}

function askLater() {
  isTold = false;
  asking = setTimeout(async () => {
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    await refresh();
    listen();
  }, pause);
}

function waitForTheEnd() {
  const { validUntil } = part('answer').dataset;
  if (!validUntil) return;
  // By the service's clock: a phone's own may be wrong.
  const left = Date.parse(validUntil) - moment() - (performance.now() - shownAt);
  clearTimeout(timer);
  timer = setTimeout(() => (left <= LONGEST_TIMER ? refresh() : waitForTheEnd()), Math.min(Math.max(left, 0) + 500, LONGEST_TIMER));
}

async function refresh() {
  try {
    await show(address());
    connected();
    waitForTheEnd();
  } catch {
    disconnected();
    clearTimeout(timer);
    timer = setTimeout(refresh, SHORTEST_PAUSE);
  }
}

function connected() {
  clearTimeout(overdue);
  if (!lost) return;
  lost = false;
  tellOfConnection();
  refresh();
}

function disconnected() {
  lost = true;
  tellOfConnection();
}

function tellOfConnection() {
  const line = part('live');
  if (!line || !part('answer')) return;
  line.classList.toggle('lost', lost);
  const { validUntil } = part('answer').dataset;
  const minutes = Math.floor((performance.now() - shownAt) / 60000);
  const ago = new Intl.RelativeTimeFormat(say('ru', 'en'), { numeric: 'auto' }).format(-minutes, 'minute');
  const isOver = validUntil && Date.parse(validUntil) <= moment() + performance.now() - shownAt;
  const age = say(`Совет получен ${minutes ? ago : 'только что'}`, `This advice came ${minutes ? ago : 'just now'}`);
  const told = !lost ? (isTold || !minutes ? '' : say(`Получено ${ago}. Скоро проверим ещё раз.`, `Received ${ago}. We check again soon.`))
    : isOver ? say(`Обновить не удаётся. ${age} и мог устареть.`, `It cannot be updated now. ${age} and may be out of date.`)
    : say(`Обновить не удаётся. ${age} и пока верен.`, `It cannot be updated now. ${age} and still holds.`);
  // Said once, and not again with every look.
  if (line.textContent !== told && (told || line.dataset.told)) line.textContent = told;
  line.dataset.told = told;
}

setInterval(tellOfConnection, 10000);
addEventListener('online', () => refresh());
addEventListener('offline', () => disconnected());
// Back to another answer; a link within the page is no other.
addEventListener('popstate', () => location.search === shownQuery || location.reload());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && isAboutNow() && performance.now() - shownAt > 60000) refresh();
});

// The choices: each change shows at once, and stands in the address.

function chosen(form) {
  const query = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...query]) if (!value) query.delete(name, value);
  return new URL(`/?${query}`, location.href);
}

part('ask')?.addEventListener('change', async (event) => {
  try {
    await show(chosen(event.currentTarget), { push: true });
    listen();
  } catch {
    disconnected();
  }
});

// What a card offers besides its button.
document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy], [data-share]');
  if (!button) return;
  const isShared = 'share' in button.dataset && navigator.share;
  const text = 'share' in button.dataset ? location.href : button.dataset.copy;
  try {
    if (isShared) return await navigator.share({ title: document.title, url: location.href });
    await navigator.clipboard.writeText(text);
    part('live').textContent = say(`Скопировано: ${text}`, `Copied: ${text}`);
  } catch (error) {
    // Who thinks better of it has said so; elsewhere the text can be copied by hand.
    if (error.name !== 'AbortError') part('live').textContent = text;
  }
});

// All zones that the browser knows, besides those of the regions.
part('zone')?.addEventListener('focus', (event) => {
  const known = new Set([...event.target.options].map((option) => option.value));
  for (const zone of Intl.supportedValuesOf?.('timeZone') ?? []) if (!known.has(zone)) event.target.add(new Option(zone, zone));
}, { once: true });

// The slider: a moment of the week in the picture, a quarter of an hour to a step.

let sliding = false;
let sending;

function prepareSlider() {
  const slider = part('slider');
  if (!slider || sliding) return;
  slider.hidden = false;
  const input = part('moment');
  const start = Date.parse(part('week').dataset.start);
  input.value = Math.round((moment() - start) / 900000);
  const format = clockOf(part('answer').dataset.zone);
  const tell = () => {
    const there = format.format(start + input.value * 900000);
    part('moment-said').textContent = there;
    input.setAttribute('aria-valuetext', there);
  };
  tell();
  input.oninput = () => {
    sliding = true;
    tell();
    clearTimeout(sending);
    sending = setTimeout(async () => {
      const url = address();
      url.searchParams.set('at', new Date(start + input.value * 900000).toISOString().slice(0, 19) + 'Z');
      history.replaceState(null, '', url);
      try {
        await show(url, { parts: ['answer'] });
        moveNow(input.value / 672);
        listen();
      } catch {
        disconnected();
      }
      sliding = false;
    }, 150);
  };
}

/** The service may know a zone that this browser does not: Moscow's clock is better than none. */
function clockOf(timeZone) {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' };
  try {
    return new Intl.DateTimeFormat(say('ru', 'en-GB'), { ...parts, timeZone });
  } catch {
    return new Intl.DateTimeFormat(say('ru', 'en-GB'), { ...parts, timeZone: 'Europe/Moscow', timeZoneName: 'short' });
  }
}

function moveNow(share) {
  const line = document.querySelector('.now line');
  line?.setAttribute('x1', `${share * 100}%`);
  line?.setAttribute('x2', `${share * 100}%`);
}

function prepare() {
  prepareSlider();
  tellOfConnection();
}

// The caller's zone, where it differs and nobody chose another.
async function start() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const url = address();
  if (part('answer') && zone && zone !== part('answer').dataset.zone && !url.searchParams.has('timeZone') && !url.searchParams.has('region')) {
    url.searchParams.set('timeZone', zone);
    // A zone that the service does not know is no reason to show nothing.
    await show(url, { parts: [...LIVE_PARTS, 'choices'], guessed: true }).then(() => history.replaceState(null, '', url), () => {});
  }
  prepare();
  if (part('answer')) listen();
}

await start();
