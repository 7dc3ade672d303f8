// <contact-widget segment="individual" lang="ru"></contact-widget>: how to reach the Gosuslugi support centre, on any page.
// It asks the service that it was loaded from, and nobody else. See docs/widget.md.
(() => {
  'use strict';

  // The plain number of each segment, as the service knew it when it sent this script: the last resort.
  const PLAIN = {/*plain*/};

  // A link of the widget runs in the page that it stands on, so it may only lead away from it.
  const SCHEMES = [/*schemes*/];
  const linkTo = ({ uri }) => (URL.canParse(uri) && SCHEMES.includes(new URL(uri).protocol.slice(0, -1)) ? uri : null);

  const HOME = document.currentScript ? new URL(document.currentScript.src).origin : '';
  const LONGEST_TIMER = 6 * 60 * 60 * 1000;
  const RETRY = 30000;

  const WORDS = {
    ru: {
      title: 'Поддержка Госуслуг', best: 'Лучше всего сейчас', call: 'Позвонить', open: 'Открыть', then: 'Если не получилось:',
      more: 'Подробнее', none: 'Подходящего канала нет', plain: 'Связи нет. Телефон поддержки:',
      old: (age) => `Связи нет. Этот совет получен ${age} и пока верен.`,
    },
    en: {
      title: 'Gosuslugi support', best: 'The best way right now', call: 'Call', open: 'Open', then: 'If that fails:',
      more: 'More', none: 'No channel fits', plain: 'No connection. The support phone:',
      old: (age) => `No connection. This advice came ${age} and still holds.`,
    },
  };

  // What the state and the answer time say already; any other warning is shown.
  const SAID = ['closed-now', 'hours-disputed', 'hours-unstated', 'answer-not-promised'];

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; container-type: inline-size; color-scheme: light dark;
      --ground: var(--contact-ground, light-dark(#fff, #171e27)); --ink: var(--contact-ink, light-dark(#16202c, #e9eef4));
      --soft: var(--contact-soft, light-dark(#51606f, #a5b2bf)); --line: var(--contact-line, light-dark(#d9dfe6, #2b3642));
      --accent: var(--contact-accent, light-dark(#1450c8, #8db4ff)); --on-accent: var(--contact-on-accent, light-dark(#fff, #08132b)); }
    :host([hidden]) { display: none; }
    .card { box-sizing: border-box; padding: 1.1em 1.2em; border: 1px solid var(--line); border-radius: var(--contact-radius, 16px);
      background: var(--ground); color: var(--ink); font: var(--contact-font, 1rem/1.45 system-ui, sans-serif); overflow-wrap: anywhere; }
    p { margin: 0.35em 0 0; } .eyebrow { margin: 0; } .eyebrow, .soft { color: var(--soft); font-size: 0.92em; }
    .name { margin: 0; font-size: 1.35em; font-weight: 700; line-height: 1.2; }
    .reach { display: flex; flex-wrap: wrap; gap: 0 0.4em; align-items: center; justify-content: center; min-height: 3em; padding: 0.4em 0.9em;
      margin-top: 0.7em; border-radius: calc(var(--contact-radius, 16px) * 0.7); background: var(--accent); color: var(--on-accent);
      font-weight: 600; font-size: 1.1em; text-align: center; text-decoration: none; }
    .number { white-space: nowrap; }
    .reach:hover { text-decoration: underline; } a { color: var(--accent); }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .old, .nobody { font-weight: 600; }
    @media (forced-colors: active) { .reach { border: 2px solid; } }`);

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  class ContactWidget extends HTMLElement {
    static observedAttributes = ['segment', 'lang', 'topic', 'region', 'country', 'time-zone', 'need', 'service'];

    #root = this.attachShadow({ mode: 'open' });
    #timer;
    #listening;
    #source;
    // The answer of the service that is shown; undefined before the first has come or failed, null while the service cannot be reached.
    #shown;
    #news;
    #run = 0;

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

    get #query() {
      const query = new URLSearchParams({ segment: this.#segment });
      for (const name of ['topic', 'region', 'country']) if (this.getAttribute(name)) query.set(name, this.getAttribute(name));
      for (const need of (this.getAttribute('need') ?? '').split(/\s+/)) if (need) query.append('need', need);
      const zone = this.getAttribute('time-zone') ?? (query.has('region') ? null : Intl.DateTimeFormat().resolvedOptions().timeZone);
      if (zone) query.set('timeZone', zone);
      return query;
    }

    get #key() { return `contact-widget ${this.#service} ${this.#language} ${this.#query}`; }

    #begin() {
      this.#end();
      this.#ask();
      this.#listen();
    }

    #end() {
      this.#run++;
      this.#shown = this.#news = undefined;
      clearTimeout(this.#timer);
      clearTimeout(this.#listening);
      this.#source?.close();
    }

    async #ask() {
      const run = this.#run;
      clearTimeout(this.#timer);
      try {
        const response = await fetch(`${this.#service}/v1/best-channel?${this.#query}`, {
          headers: { 'Accept-Language': this.#language }, credentials: 'omit', cache: 'no-cache',
        });
        if (!response.ok) throw new Error(`${response.status}`);
        const answer = await response.json();
        if (run !== this.#run) return;
        this.#shown = answer;
        this.#keep(answer);
        this.#show(answer);
        this.#tell('contact-answer', answer);
        if (answer.validUntil) this.#again(Date.parse(answer.validUntil) - Date.parse(answer.moment) + 500);
        this.#compare();
      } catch {
        if (run !== this.#run) return;
        this.#shown = null;
        this.#fallBack();
        this.#again(RETRY);
      }
    }

    #again(after) { this.#timer = setTimeout(() => this.#ask(), Math.min(Math.max(after, 1000), LONGEST_TIMER)); }

    /** Where the service tells of changes by itself, they show at once. */
    #listen() {
      this.#source = new EventSource(`${this.#service}/v1/stream?${this.#query}`);
      this.#source.onerror = ({ target }) => {
        // A lost stream comes back by itself, a refused one does not.
        if (target.readyState === EventSource.CLOSED) this.#listening = setTimeout(() => this.#listen(), RETRY);
      };
      this.#source.addEventListener('best-channel', (event) => {
        this.#news = JSON.parse(event.data);
        if (this.#shown !== undefined) this.#compare();
      });
    }

    /** News may come before the first answer does: then they wait for it, since mostly they are the same. After an outage they say that it is over. */
    #compare() {
      const news = this.#news;
      this.#news = undefined;
      if (news && (news.catalogRevision !== this.#shown?.catalogRevision || news.validUntil !== this.#shown.validUntil)) this.#ask();
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
      else this.#showPlain();
      this.#tell('contact-offline', holds ? { answer: kept.answer, age } : { answer: null, age: null });
    }

    #show(answer, age = null) {
      const words = WORDS[this.#language];
      const { best } = answer;
      // A closed channel's first reason says so, and when somebody will answer.
      const [nobody, why] = best?.availability.state === 'closed' ? best.because : [null, best?.because[0]];
      const because = (code) => best.because.find((reason) => reason.code === code)?.text;
      // As the source advises; where it advises nothing, the next best.
      const advised = best?.next.find((step) => step.then)?.then;
      const next = answer.alternatives.find((other) => other.channelId === advised) ?? answer.alternatives[0];
      this.#replace(
        age === null ? null : element('p', { className: 'old' }, words.old(this.#ago(age))),
        ...(best ? [
          nobody ? element('p', { className: 'nobody' }, nobody.text) : element('p', { className: 'eyebrow' }, words.best),
          element('p', { className: 'name' }, best.name),
          this.#button(best),
          best.address.uri?.startsWith('tel:') ? null : element('p', { className: 'soft' }, best.address.display),
          element('p', {}, why.text),
          because('answer-time') ? element('p', {}, because('answer-time')) : null,
          ...this.#doubts(best),
        ] : [element('p', { className: 'name' }, words.none)]),
        next ? element('p', { className: 'soft' }, `${words.then} `, this.#link(next)) : null,
        ...(next ? this.#doubts(next) : []),
        element('p', { className: 'soft' }, element('a', {
          href: `${this.#service}/?${this.#query}&language=${this.#language}`, target: '_blank', rel: 'noopener',
        }, words.more)),
      );
    }

    #showPlain() {
      const plain = PLAIN[this.#segment];
      const words = WORDS[this.#language];
      if (!plain) return;
      this.#replace(
        element('p', { className: 'old' }, words.plain),
        element('a', { className: 'reach', href: plain.uri }, plain.display),
      );
    }

    #replace(...content) {
      const card = element('div', { className: 'card' }, ...content);
      card.setAttribute('role', 'group');
      card.setAttribute('aria-label', WORDS[this.#language].title);
      card.lang = this.#language;
      this.#root.replaceChildren(card);
    }

    #button(best) {
      const uri = linkTo(best.address);
      if (!uri) return null;
      const words = WORDS[this.#language];
      const isPhone = uri.startsWith('tel:');
      const text = isPhone ? [`${words.call} `, element('span', { className: 'number' }, best.address.display)] : [words.open];
      const link = this.#reaching(element('a', { className: 'reach', href: uri }, ...text), best);
      if (!isPhone) link.setAttribute('aria-label', `${words.open}: ${best.name}`);
      return link;
    }

    #link(next) {
      const uri = linkTo(next.address);
      return uri ? this.#reaching(element('a', { href: uri }, next.name), next) : next.name;
    }

    #doubts(channel) {
      return channel.warnings.filter((warning) => !SAID.includes(warning.code)).map((warning) => element('p', { className: 'doubt soft' }, warning.text));
    }

    #reaching(link, channel) {
      link.addEventListener('click', () => this.#tell('contact-reach', { channelId: channel.channelId, uri: channel.address.uri }));
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
