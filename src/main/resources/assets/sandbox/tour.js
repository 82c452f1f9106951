// Leads through a tour: says what to do, marks where, and goes on once the visitor has done it — or does it for them.

import { make } from './dom.js';
import { isSmall } from './look.js';
import { known, later, say } from './words.js';
import { tours } from './tours.js';

const DAY = 24 * 60 * 60_000;
const MOST_DAYS = 12;

const chatOf = step => step.chat ?? `single:${step.as}`;

export class Tour {
  #tour = null;
  #place = 0;
  #asked = null;
  #item;
  #marked = null;

  constructor(room, clock, panels, element, menu) {
    Object.assign(this, { room, clock, panels, element });
    this.sentence = element.querySelector('.sentence');
    this.button = element.querySelector('.do');
    this.button.addEventListener('click', () => this.#do());
    element.querySelector('.end').addEventListener('click', () => this.end());
    room.addEventListener('acted', ({ detail }) => this.#acted(detail));
    room.addEventListener('drawn', () => this.#mark());
    menu.querySelector('.sheet').append(...tours.map(tour => make('button', {
      type: 'button', data: { tour: tour.id }, on: { click: () => { menu.open = false; this.start(tour); } },
    }, make('b', {}, say(`tour.${tour.id}`)), make('small', {}, say('tour.minutes', tour.minutes)))));
  }

  get #step() {
    return this.#tour?.steps[this.#place];
  }

  async start(tour) {
    this.#tour = tour;
    this.#place = 0;
    this.panels.inspect(false);
    await this.#lay(tour.people);
    this.element.hidden = false;
    await this.#begin();
    this.button.focus();
  }

  #lay(people) {
    return this.room.setPhones(people.map(person => ({ person, chat: `single:${person}` })));
  }

  end() {
    this.#unmark();
    this.#tour = null;
    this.element.hidden = true;
    this.room.active?.composer.box.focus({ preventScroll: true });
  }

  async #begin() {
    const step = this.#step;
    this.element.querySelector('.step').textContent =
      say('tour.step', say(`tour.${this.#tour.id}`), this.#place + 1, this.#tour.steps.length);
    this.sentence.textContent = this.#text(step.say);
    const last = this.#place === this.#tour.steps.length - 1;
    this.button.textContent = say(last ? 'tour.close' : 'tour.do');
    this.element.querySelector('.end').hidden = last;
    await this.#show(step);
    this.#mark();
  }

  #text(name, ...args) {
    return say(`tour.${this.#tour.id}.${name}`, ...args);
  }

  /** What is said or written in this step; days are counted from today. */
  #words(step) {
    const days = (step.days ?? []).map(ahead => later(this.room.clock.now, ahead * DAY).slice(0, 10));
    return this.#text(`${step.say}.text`, ...days);
  }

  async #show(step) {
    if (step.people && !step.people.every(person => this.room.phoneOf(person))) await this.#lay(step.people);
    if (step.kind === 'morning' || step.kind === 'day') return this.panels.show(isSmall() ? 'clock' : 'phones');
    if (!step.as) return undefined;
    this.panels.show('phones');
    const phone = this.room.phoneOf(step.as) ?? (await this.room.speakAs(step.as), this.room.phoneOf(step.as));
    const chat = chatOf(step);
    await this.room.activate(phone);
    if (phone.chat !== chat) await phone.open(chat);
    if (step.kind === 'say') phone.composer.write(this.#words(step));
    return undefined;
  }

  /** Where the visitor is to act now; nothing when it is not on the page. */
  #target(step) {
    if (step.kind === 'morning' || step.kind === 'day') {
      return this.clock.element.querySelector(`[data-move=${step.kind}]`);
    }
    const phone = this.room.phoneOf(step.as);
    if (!phone) return null;
    if (step.kind === 'say') return phone.element.querySelector('.send');
    const inside = step.kind === 'look' ? 'h3 .item' : `.body:not([hidden]) [data-button="${step.button}"]`;
    const cards = [...phone.element.querySelectorAll(`.card[data-item="${this.#about(step, phone) ?? ''}"]`)];
    return cards.reverse().map(card => card.querySelector(inside)).find(Boolean) ?? null;
  }

  /** The item that a step is about: what was said last became it, as soon as the answer is there; none for a form. */
  #about(step, phone) {
    if (step.of) return phone.newestItem(step.of);
    this.#item ??= this.#asked?.answeredItem;
    return this.#item;
  }

  #mark() {
    const step = this.#step;
    if (!step || step.kind === 'read') return this.#unmark();
    if (step.kind === 'press') this.#fill(step);
    const target = this.#target(step);
    if (target === this.#marked) return undefined;
    this.#unmark();
    this.#marked = target;
    target?.classList.add('here');
    if (target?.closest('.messages')) target.scrollIntoView({ block: 'nearest' });
    return undefined;
  }

  #unmark() {
    this.#marked?.classList.remove('here');
    this.#marked = null;
  }

  #fill(step) {
    const phone = this.room.phoneOf(step.as);
    const offer = phone?.offer(this.#about(step, phone), step.button);
    const field = step.text === true ? 'text' : step.text;
    if (offer) phone.fill(offer.message, { ...step.form, ...(field ? { [field]: this.#words(step) } : {}) });
  }

  async #do() {
    const step = this.#step;
    if (step.kind === 'read') return this.end();
    this.element.setAttribute('aria-busy', 'true');
    const done = await this.#perform(step).catch(() => false);
    this.element.removeAttribute('aria-busy');
    if (done === false) this.sentence.textContent = say('tour.failed');
    return undefined;
  }

  async #perform(step) {
    if (step.kind === 'morning') return this.clock.move('morning');
    if (step.kind === 'day') return this.#waitUntil(step);
    await this.#show(step);
    const phone = this.room.phoneOf(step.as);
    if (step.kind === 'say') return phone.composer.send();
    if (step.kind === 'look') return this.#target(step)?.click();
    this.#fill(step);
    const offer = phone.offer(this.#about(step, phone), step.button);
    return offer ? phone.press(offer.message, offer.button) : false;
  }

  async #waitUntil(step) {
    for (let days = 0; days < MOST_DAYS; days++) {
      if (await this.clock.move('day') === false) return false;
      if (this.#step !== step) return true;
    }
    return false;
  }

  #acted(act) {
    const step = this.#step;
    if (!step || !this.#isDone(step, act)) return;
    if (step.kind === 'say') {
      this.#asked = this.room.phoneOf(step.as);
      this.#item = undefined;
    }
    this.#place++;
    this.#begin();
  }

  #isDone(step, act) {
    if (step.kind === 'morning') return act.kind === 'move';
    if (step.kind === 'day') return act.kind === 'move' && this.#hasCome(step);
    if (step.kind !== act.kind) return false;
    if (step.kind === 'look') return true;
    return step.as === act.as && (step.kind === 'say' ? act.chat === chatOf(step) : act.button === step.button);
  }

  /** Whether what is waited for is there, in working time: on a day off what follows would be held back. */
  #hasCome(step) {
    const { as, button, tone } = step.until;
    const phone = this.room.phoneOf(as);
    const offer = phone?.offer(this.#about(step.until, phone), button);
    const come = Boolean(offer) && this.room.clock.working && [undefined, offer.message.card.tone].includes(tone);
    if (!come && known(`tour.${this.#tour.id}.${step.say}-again`)) this.sentence.textContent = this.#text(`${step.say}-again`);
    return come;
  }
}
