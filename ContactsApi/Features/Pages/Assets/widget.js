// <contact-widget segment="individual" lang="ru"></contact-widget>: how to reach the Gosuslugi support centre, on any page.
// It asks the service that it was loaded from, and nobody else. See docs/page-and-widget.md.
(() => {
  'use strict';

  // The plain number of each segment, as the service knew it when it sent this script: the last resort.
  const PLAIN = {/*plain*/};

  // A link of the widget runs in the page that it stands on, so it may only lead away from it.
  const SCHEMES = [/*schemes*/];

  // The states of hours in a word or two, by language.
  const STATES = {/*states*/};
  const [PLATFORM] = ['Android', 'iPhone|iPad'].flatMap((name, i) => (new RegExp(name).test(navigator.userAgent) ? [['android', 'ios'][i]] : []));
  const targetOf = ({ uri, links }) => (uri?.startsWith('tel:') ? uri : links?.[PLATFORM] ?? links?.web ?? uri);
  const linkTo = (address) => safe(targetOf(address));
  const safe = (uri) => (URL.canParse(uri) && SCHEMES.includes(new URL(uri).protocol.slice(0, -1)) ? uri : null);
  // The mere front door of a site is not the chat or form behind it.
  const isDoor = (uri) => /^https?:/.test(uri) && new URL(uri).pathname === '/' && !/[?#]./.test(uri);
  // A message waits for those who open in the morning. A call to a line that is shut, or to what is out of order, leads nowhere.
  const isUsable = ({ address, availability: { state, cause } }) =>
    state !== 'closed' || !(address.uri?.startsWith('tel:') || cause === 'incident');

  const HOME = document.currentScript ? new URL(document.currentScript.src).origin : '';
  const lowered = (text) => text[0].toLowerCase() + text.slice(1);
  const LONGEST_TIMER = 6 * 60 * 60 * 1000;
  const SHORTEST_PAUSE = 15000;
  const LONGEST_PAUSE = 5 * 60 * 1000;

  const WORDS = {
    ru: {
      title: 'Поддержка Госуслуг', best: 'Лучше всего сейчас', call: 'Позвонить', open: 'Открыть', then: 'Если не получилось:',
      more: 'Подробнее', none: 'Подходящего канала нет', lost: 'Связи нет.', plain: 'Телефон поддержки:',
      checking: 'Вам позвонили или прислали ссылку «от Госуслуг»? Номер, адрес или ссылка:', check: 'Проверить', unchecked: 'Сейчас проверить не удаётся.', nothing: 'Нужен номер телефона, адрес почты, имя аккаунта или ссылка.',
      old: (age) => `Связи нет. Этот совет получен ${age} и пока верен.`, age: (age) => `Получено ${age}.`, quoted: (name) => `«${name}»`,
    },
    en: {
      title: 'Gosuslugi support', best: 'The best way right now', call: 'Call', open: 'Open', then: 'If that fails:',
      more: 'More', none: 'No channel fits', lost: 'No connection.', plain: 'The support phone:',
      checking: 'Did somebody call or send a link “from Gosuslugi”? The number, address or link:', check: 'Check', unchecked: 'It cannot be checked now.', nothing: 'A phone number, an e-mail address, an account or a link is needed.',
      old: (age) => `No connection. This advice came ${age} and still holds.`, age: (age) => `Received ${age}.`, quoted: (name) => `“${name}”`,
    },
  };

  // What the state and the answer time say already; any other warning is shown.
  const SAID = ['closed-now', 'hours-disputed', 'hours-unstated', 'answer-not-promised'];

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; container-type: inline-size; color-scheme: light dark;
      --ground: var(--contact-ground, light-dark(#fff, #171e27)); --ink: var(--contact-ink, light-dark(#16202c, #e9eef4));
      --soft: var(--contact-soft, light-dark(#51606f, #a5b2bf)); --line: var(--contact-line, light-dark(#d9dfe6, #2b3642));
      --accent: var(--contact-accent, light-dark(#1450c8, #8db4ff));
      /* Of white and black the one that is read on the accent: by its luminance, at least 4.5 to 1. */
      --white: clamp(0, (0.179 - y) * 9999, 1);
      --on-accent: var(--contact-on-accent, color(from var(--accent) xyz-d65 calc(0.9505 * var(--white)) var(--white) calc(1.089 * var(--white))));
      --link: light-dark(oklch(from var(--accent) min(l, 0.5) c h), oklch(from var(--accent) max(l, 0.75) c h));
      --open: light-dark(#1d7f4e, #5ccf95); --disputed: light-dark(#a85f00, #f2b25c); }
    :host([form=inline]) { display: inline; container-type: normal; }
    :host([hidden]) { display: none; }
    .card { box-sizing: border-box; padding: 1.1em 1.2em; border: 1px solid var(--line); border-radius: var(--contact-radius, 16px);
      background: var(--ground); color: var(--ink); font: var(--contact-font, 1rem/1.45 system-ui, sans-serif); overflow-wrap: anywhere; }
    p { margin: 0.35em 0 0; } .eyebrow { margin: 0; } .eyebrow, .soft { color: var(--soft); font-size: 0.92em; }
    .name { margin: 0; font-size: 1.35em; font-weight: 700; line-height: 1.2; }
    .reach { display: flex; flex-wrap: wrap; gap: 0 0.4em; align-items: center; justify-content: center; min-height: 3em; padding: 0.4em 0.9em;
      margin-top: 0.7em; border-radius: calc(var(--contact-radius, 16px) * 0.7); background: var(--accent); color: var(--on-accent);
      font-weight: 600; font-size: 1.1em; text-align: center; text-decoration: none; }
    .number { white-space: nowrap; }
    .reach:hover { text-decoration: underline; } a { color: var(--link); }
    .dot { display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em; border: 2px solid var(--soft); border-radius: 50%; forced-color-adjust: none; }
    .dot.open { background: var(--open); border-color: var(--open); }
    .dot.disputed { background: var(--disputed); border-color: var(--disputed); border-radius: 2px; rotate: 45deg; }
    .compact { padding: 0.5em 0.8em; border-radius: calc(var(--contact-radius, 16px) * 0.7); }
    .inline { display: inline; padding: 0; border: 0; background: none; color: inherit; font: inherit; }
    :is(.compact, .inline) p { display: inline; margin: 0 0.3em 0 0; }
    :is(.compact, .inline) .reach { display: inline; padding: 0; margin: 0; background: none; color: var(--link); font-size: 1em; text-decoration: underline; border: 0; }
    .inline a { color: inherit; }
    @container (max-width: 15rem) { .card { padding: 0.8em; } .reach { padding-inline: 0.3em; font-size: 1em; } .name { font-size: 1.15em; } }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .old, .nobody, .way { font-weight: 600; } .way { font-size: 1.1em; }
    .outage { margin: 0 0 0.6em; }
    form { display: grid; gap: 0.5em; margin-top: 0.9em; padding-top: 0.8em; border-top: 1px solid var(--line); } label { display: grid; gap: 0.3em; }
    input, button { box-sizing: border-box; width: 100%; min-height: 2.6em; font: inherit; color: var(--ink); background: var(--ground);
      border: 1px solid var(--soft); border-radius: 8px; padding: 0.3em 0.6em; }
    button { border-color: var(--accent); color: var(--accent); font-weight: 600; }
    @media (forced-colors: active) { .reach { border: 2px solid; } }`);

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  class ContactWidget extends HTMLElement {
    static observedAttributes = ['segment', 'lang', 'topic', 'region', 'country', 'time-zone', 'need', 'service', 'form', 'check'];

    #root = this.attachShadow({ mode: 'open' });
    #timer;
    #listening;
    #source;
    // The answer of the service that is shown; undefined before the first has come or failed, null while the service cannot be reached.
    #shown;
    #shownAt = 0;
    #news;
    #run = 0;
    // The browser's zone is only a guess, and the service may not know it.
    #guesses = true;
    // Where changes are not told, they are asked for, with growing pauses.
    #pause = SHORTEST_PAUSE;
    #isTold = true;
    #ageing;
    #checking;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      // Until the first answer the page's own content is shown.
      this.#root.append(document.createElement('slot'));
    }

    connectedCallback() { this.#begin(); }

    disconnectedCallback() { this.#end(); }

    attributeChangedCallback() { if (this.isConnected) this.#begin(); }

    get #service() { return (this.getAttribute('service') ?? HOME).replace(/\/$/, ''); }

    get #language() { return this.lang.startsWith('en') ? 'en' : 'ru'; }

    get #segment() { return this.getAttribute('segment') ?? 'individual'; }

    /** A card, a line of its own, or words in a line. */
    get #form() { return ['compact', 'inline'].includes(this.getAttribute('form')) ? this.getAttribute('form') : 'card'; }

    get #query() {
      const query = new URLSearchParams({ segment: this.#segment });
      for (const name of ['topic', 'region', 'country']) if (this.getAttribute(name)) query.set(name, this.getAttribute(name));
      for (const need of (this.getAttribute('need') ?? '').split(/\s+/)) if (need) query.append('need', need);
      const guess = () => (this.#guesses && !query.has('region') ? Intl.DateTimeFormat().resolvedOptions().timeZone : null);
      const zone = this.getAttribute('time-zone') ?? guess();
      if (zone) query.set('timeZone', zone);
      return query;
    }

    get #key() { return `contact-widget ${this.#service} ${this.#language} ${this.#query}`; }

    #begin() {
      this.#end();
      this.#ageing = setInterval(() => this.#tellAge(), 10000);
      this.#ask();
    }

    #end() {
      this.#run++;
      this.#shown = this.#news = this.#checking = undefined;
      [this.#pause, this.#isTold] = [SHORTEST_PAUSE, true];
      for (const one of [this.#timer, this.#listening, this.#ageing]) clearTimeout(one);
      this.#source?.close();
      this.#source = undefined;
    }

    async #ask() {
      const run = this.#run;
      clearTimeout(this.#timer);
      try {
        const response = await fetch(`${this.#service}/v1/best-channel?${this.#query}`, {
          headers: { 'Accept-Language': this.#language }, credentials: 'omit', cache: 'no-cache',
        });
        if (run !== this.#run) return;
        if (response.status >= 400 && response.status < 500 && response.status !== 429) return await this.#refused(response);
        if (!response.ok) throw new Error(`${response.status}`);
        const answer = await response.json();
        if (run !== this.#run) return;
        this.#shown = answer;
        this.#shownAt = performance.now();
        this.#keep(answer);
        this.#show(answer);
        this.#tell('contact-answer', answer);
        if (answer.validUntil) this.#again(Date.parse(answer.validUntil) - Date.parse(answer.moment) + 500);
        if (this.#source) this.#compare();
        else this.#listen();
      } catch {
        if (run !== this.#run) return;
        this.#shown = null;
        this.#fallBack();
        this.#again(this.#longerPause());
      }
    }

    /** What the site asks for wrongly its makers are told on the console; whoever needs help gets the number. */
    async #refused(response) {
      const run = this.#run;
      const problem = await response.json().catch(() => ({}));
      if (run !== this.#run) return;
      if (problem.errors?.timeZone && this.#guesses && !this.getAttribute('time-zone')) {
        this.#guesses = false;
        this.#begin();
        return;
      }
      const faults = Object.entries(problem.errors ?? {}).map(([name, texts]) => `${name}: ${texts.join(' ')}`);
      console.error(`contact-widget: ${faults.join(' ') || problem.detail || problem.title || response.status}`);
      this.#showPlain('');
      this.#tell('contact-refused', problem);
    }

    #longerPause() {
      const pause = this.#pause;
      this.#pause = Math.min(pause * 2, LONGEST_PAUSE);
      return pause;
    }

    #again(after) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), Math.min(Math.max(after, 1000), LONGEST_TIMER));
    }

    /** Where the service tells of changes by itself, they show at once; where it refuses to, they are asked for. */
    #listen() {
      this.#source = new EventSource(`${this.#service}/v1/stream?${this.#query}&view=short`);
      this.#source.addEventListener('open', () => { [this.#isTold, this.#pause] = [true, SHORTEST_PAUSE]; });
      this.#source.addEventListener('error', ({ target }) => {
        // A lost stream comes back by itself, a refused one does not.
        if (target.readyState !== EventSource.CLOSED) return;
        this.#isTold = false;
        this.#source = undefined;
        this.#listening = setTimeout(() => this.#ask(), this.#longerPause());
      });
      this.#source.addEventListener('best-channel', (event) => {
        this.#news = JSON.parse(event.data);
        if (this.#shown !== undefined) this.#compare();
      });
    }

    /** Mostly the first news are what is shown already. After an outage they say that it is over. */
    #compare() {
      const news = this.#news;
      this.#news = undefined;
      if (news && (news.catalogRevision !== this.#shown?.catalogRevision || (news.validUntil ?? null) !== this.#shown.validUntil)) this.#ask();
    }

    #keep(answer) {
      try {
        localStorage.setItem(this.#key, JSON.stringify({ answer, at: Date.now() }));
      } catch { /* Where nothing can be kept, the plain number is what is left. */ }
    }

    #kept() {
      try {
        return JSON.parse(localStorage.getItem(this.#key));
      } catch {
        return null;
      }
    }

    #fallBack() {
      const kept = this.#kept();
      // By the service's clock at the time, and how long ago that was by this one.
      const age = kept ? Date.now() - kept.at : 0;
      const holds = kept && age >= 0 && Date.parse(kept.answer.moment) + age < Date.parse(kept.answer.validUntil ?? kept.answer.moment);
      if (holds) this.#show(kept.answer, age);
      else this.#showPlain(WORDS[this.#language].lost);
      this.#tell('contact-offline', holds ? { answer: kept.answer, age } : { answer: null, age: null });
    }

    #show(answer, age = null) {
      const words = WORDS[this.#language];
      const { best } = answer;
      this.#tell('contact-shown', { channelId: best?.channelId ?? null, state: best?.availability.state ?? null, form: this.#form });
      if (this.#form !== 'card') return this.#showLine(best, age);
      // A closed channel's first reason says so, and when somebody will answer.
      const [nobody, why] = best?.availability.state === 'closed' ? best.because : [null, best?.because[0]];
      const because = (code) => best.because.find((reason) => reason.code === code)?.text;
      const next = answer.alternatives.find((other) => other.channelId === best?.nextChannelId);
      this.#replace(
        age === null ? null : element('p', { className: 'old' }, words.old(this.#ago(age))),
        ...(nobody ? [] : this.#outages(answer)),
        ...(best ? [
          nobody ? element('p', { className: 'nobody' }, nobody.text) : element('p', { className: 'eyebrow' }, words.best),
          element('p', { className: 'name' }, best.name),
          ...this.#way(best),
          element('p', {}, this.#dot(best), why.text),
          because('answer-time') ? element('p', {}, because('answer-time')) : null,
          ...this.#doubts(best),
        ] : [element('p', { className: 'name' }, words.none)]),
        next ? element('p', { className: 'soft then' }, `${words.then} `, this.#link(next)) : null,
        ...(next ? this.#doubts(next) : []),
        element('p', { className: 'soft' }, this.#more()),
      );
      this.#tellAge();
    }

    #showLine(best, age) {
      const words = WORDS[this.#language];
      const old = age === null ? null : element('p', { className: 'old' }, `${words.old(this.#ago(age))} `);
      if (!best) return this.#replace(old, words.none);
      const { state } = best.availability;
      const uri = isUsable(best) ? linkTo(best.address) : null;
      const way = uri?.startsWith('tel:')
        ? [`${best.name}: `, this.#reaching(element('a', { href: uri, className: 'number' }, best.address.display), best)] : [this.#link(best)];
      this.#replace(
        old, this.#dot(best), ...way, `, ${STATES[this.#language][state]}`,
        // Where nobody answers, when somebody will.
        state === 'closed' ? element('p', { className: 'nobody' }, `. ${best.because[0].text}`) : null,
        ...this.#doubts(best).map((doubt) => element('span', { className: 'doubt soft' }, ` (${doubt.textContent})`)),
        ...(this.#form === 'compact' ? [' ', this.#more()] : []),
      );
      this.#tellAge();
    }

    #dot({ availability: { state } }) {
      const dot = element('span', { className: `dot ${state}` });
      dot.setAttribute('aria-hidden', 'true');
      return dot;
    }

    #more() {
      return element('a', {
        href: `${this.#service}/?${this.#query}&language=${this.#language}`, target: '_blank', rel: 'noopener',
      }, WORDS[this.#language].more);
    }

    /** What is out of order, by what is said of it: one outage may close several doors. */
    #outages({ alternatives }) {
      const names = new Map();
      for (const { name, availability, because } of alternatives) {
        if (availability.cause !== 'incident') continue;
        const { text } = because.find((reason) => reason.code === 'incident');
        names.set(text, [...(names.get(text) ?? []), WORDS[this.#language].quoted(name)]);
      }
      return [...names].map(([text, closed]) => element('p', { className: 'outage' }, `${closed.join(', ')}: ${lowered(text)}`));
    }

    /** An answer that nothing keeps up to date says how old it is. */
    #tellAge() {
      this.#root.querySelector('.age')?.remove();
      const age = performance.now() - this.#shownAt;
      if (this.#isTold || !this.#shown || age < 60000) return;
      this.#root.querySelector('.card').append(element('p', { className: 'soft age' }, WORDS[this.#language].age(this.#ago(age))));
    }

    #showPlain(reason) {
      const plain = PLAIN[this.#segment] ?? PLAIN.individual;
      const words = WORDS[this.#language];
      if (!plain) return;
      this.#replace(
        element('p', { className: 'old' }, `${reason} ${words.plain}`.trim()),
        element('a', { className: 'reach', href: plain.uri }, plain.display),
      );
    }

    #replace(...content) {
      const card = element('div', { className: `card ${this.#form}` }, ...content);
      card.setAttribute('role', 'group');
      card.setAttribute('aria-label', WORDS[this.#language].title);
      card.lang = this.#language;
      if (this.#form === 'card' && this.hasAttribute('check')) card.append(this.#checking ??= this.#checkForm());
      this.#root.replaceChildren(card);
    }

    /** Is this number theirs? It is sent in a body, and kept nowhere; what is typed stays while the rest changes. */
    #checkForm() {
      const words = WORDS[this.#language];
      const input = element('input', { name: 'value', required: true, maxLength: 2000, autocomplete: 'off', spellcheck: false });
      const told = element('p', { className: 'checked' });
      told.setAttribute('role', 'status');
      const form = element('form', {}, element('label', {}, words.checking, input), element('button', {}, words.check), told);
      form.addEventListener('submit', async (event) => {
        event.preventDefault();
        told.textContent = '';
        told.textContent = await this.#check(input.value).catch(() => words.unchecked);
      });
      return form;
    }

    async #check(value) {
      const response = await fetch(`${this.#service}/v1/contacts/check`, {
        method: 'POST', credentials: 'omit', cache: 'no-store', body: JSON.stringify({ values: [value] }),
        headers: { 'Accept-Language': this.#language, 'Content-Type': 'application/json' },
      });
      if (!response.ok) throw new Error(`${response.status}`);
      const [{ answer }] = (await response.json()).answers;
      return answer?.text ?? WORDS[this.#language].nothing;
    }

    /** A button where it does what it says; else the way in words, with the site that they name as a link. */
    #way(best) {
      const words = WORDS[this.#language];
      const { display } = best.address;
      const uri = isUsable(best) ? linkTo(best.address) : null;
      if (!uri) return [element('p', { className: 'way' }, display)];
      if (isDoor(uri)) {
        const host = new URL(uri).host.replace(/^www\./, '');
        const [before, ...after] = display.split(host);
        return [element('p', { className: 'way' }, ...(after.length
          ? [before, this.#reaching(element('a', { href: uri }, host), best), after.join(host)] : [display]))];
      }
      const isPhone = uri.startsWith('tel:');
      const text = isPhone ? [`${words.call} `, element('span', { className: 'number' }, display)] : [words.open];
      const link = this.#reaching(element('a', { className: 'reach', href: uri }, ...text), best);
      if (!isPhone) link.setAttribute('aria-label', `${words.open}: ${best.name}`);
      return isPhone ? [link] : [link, element('p', { className: 'soft' }, display)];
    }

    #link(next) {
      const uri = isUsable(next) ? linkTo(next.address) : null;
      // A name written from right to left leaves what follows it where it is.
      const name = element('bdi', {}, next.name);
      if (!uri || isDoor(uri)) return element('span', {}, name, ` (${next.address.display})`);
      return this.#reaching(element('a', { href: uri }, name), next);
    }

    #doubts(channel) {
      return channel.warnings.filter((warning) => !SAID.includes(warning.code)).map((warning) => element('p', { className: 'doubt soft' }, warning.text));
    }

    #reaching(link, channel) {
      link.addEventListener('click', () => this.#tell('contact-reach', { channelId: channel.channelId, uri: linkTo(channel.address) }));
      return link;
    }

    #ago(age) {
      const minutes = Math.round(age / 60000);
      const format = new Intl.RelativeTimeFormat(this.#language, { numeric: 'auto' });
      return minutes < 120 ? format.format(-minutes, 'minute') : format.format(-Math.round(minutes / 60), 'hour');
    }

    #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })); }
  }

  if (!customElements.get('contact-widget')) customElements.define('contact-widget', ContactWidget);
})();
