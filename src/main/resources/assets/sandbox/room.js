// What the page knows: the people, the open phones, the clock. Everything a visitor does goes through here, so that the page
// draws it, keeps it and the tours hear of it.

import { get, listen, PATIENCE, post } from './api.js';
import { Phone } from './phone.js';

export const MOST_PHONES = 4;
const KEPT = 'xietong.phones';

/** Fires `people`, `clock`, `phones`, `drawn`, `lost` and `acted` (with what was done as its detail). */
export class Room extends EventTarget {
  people = [];
  phones = [];
  active = null;
  clock = null;
  #refreshing = null;
  #again = false;

  constructor(row) {
    super();
    this.row = row;
  }

  async start() {
    const [people] = await Promise.all([get('/people'), this.#readClock()]);
    const departments = [...new Set(people.map(person => person.department))];
    this.people = departments.flatMap((department, hue) => people
      .filter(person => person.department === department)
      .map(person => ({ ...person, hue })));
    this.tell('people');
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') ?? [{ person: 'li.lei', chat: 'group:all' }, { person: 'zhou.jie' }];
    const known = kept.filter(phone => this.person(phone.person));
    this.setPhones(known.length > 0 ? known : [{ person: this.people[0].id }]);
    await this.refresh();
    listen(() => this.#changed(), broken => this.tell('lost', broken));
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  person(id) {
    return this.people.find(person => person.id === id);
  }

  phoneOf(id) {
    return this.phones.find(phone => phone.person.id === id);
  }

  /** Lays out phones for these people, keeping those that are open already. */
  setPhones(wanted) {
    const phones = wanted.slice(0, MOST_PHONES).map(({ person, chat }) => {
      const phone = this.phoneOf(person) ?? new Phone(this, this.person(person));
      if (chat) phone.chat = chat;
      return phone;
    });
    this.phones.filter(phone => !phones.includes(phone)).forEach(phone => phone.element.remove());
    phones.forEach((phone, place) => {
      if (this.row.children[place] !== phone.element) this.row.insertBefore(phone.element, this.row.children[place] ?? null);
    });
    this.phones = phones;
    if (!phones.includes(this.active)) this.active = phones[0];
    this.#keep();
    return this.refresh();
  }

  /** Lets the visitor speak as somebody, on the active phone unless that person's is open. */
  speakAs(id) {
    const open = this.phoneOf(id);
    if (open) return this.activate(open);
    const phones = this.phones.map(phone => ({ person: phone === this.active ? id : phone.person.id }));
    const shown = this.setPhones(phones);
    this.activate(this.phoneOf(id));
    return shown;
  }

  addPhone(id) {
    const shown = this.setPhones([...this.phones.map(phone => ({ person: phone.person.id })), { person: id }]);
    this.activate(this.phoneOf(id) ?? this.active);
    return shown;
  }

  close(phone) {
    this.setPhones(this.phones.filter(other => other !== phone).map(other => ({ person: other.person.id })));
  }

  activate(phone) {
    this.active = phone;
    this.#keep();
    return this.refresh();
  }

  #keep() {
    localStorage.setItem(KEPT, JSON.stringify(this.phones.map(phone => ({ person: phone.person.id, chat: phone.chat }))));
    this.tell('phones');
  }

  /** Remembers which chat a phone shows. */
  chose() {
    this.#keep();
  }

  /** Reads again what may have changed. Calls that come meanwhile are answered by one more reading. */
  refresh() {
    if (this.#refreshing) this.#again = true;
    else this.#refreshing = this.#read();
    return this.#refreshing;
  }

  async #read() {
    try {
      do {
        this.#again = false;
        await Promise.all([this.#readPeople(), this.#readClock(), ...this.phones.map(phone => phone.refresh())]);
        this.tell('drawn');
      } while (this.#again);
    } finally {
      this.#refreshing = null;
    }
  }

  /** Something changed. What cannot be read, as while the server starts again, is read a little later. */
  async #changed() {
    await this.refresh().catch(() => setTimeout(() => this.#changed(), PATIENCE));
  }

  async #readPeople() {
    for (const { id, unread } of await get('/people')) {
      const person = this.person(id);
      if (person) person.unread = unread;
    }
    this.tell('people');
  }

  async #readClock() {
    this.clock = { ...await get('/clock'), readAt: performance.now() };
    this.tell('clock');
  }

  async say(as, chat, text) {
    return this.#act({ kind: 'say', as, chat }, post('/say', { as, chat, text }));
  }

  async press(as, message, button, form) {
    const version = message.card.version;
    return this.#act({ kind: 'press', as, button }, post('/press', { as, message: message.id, button, version, form }));
  }

  /** @param how `{advance}` or `{to}` as the API takes them */
  async move(how) {
    return this.#act({ kind: 'move' }, post('/clock', how));
  }

  async #act(what, answered) {
    const answer = await answered;
    await this.refresh();
    this.tell('acted', what);
    return answer;
  }

  /** The visitor looked at an item's trail. */
  look(number) {
    this.tell('look', number);
    this.tell('acted', { kind: 'look', number });
  }
}
