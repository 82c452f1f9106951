// The people to speak as, by department. Alt+1 … Alt+9 takes the first nine.

import { avatar, icon, make } from './dom.js';
import { badge, rolesOf } from './phone.js';
import { MOST_PHONES } from './room.js';
import { say } from './words.js';

const SHORTCUTS = 9;

export class People {
  #rows = new Map();

  constructor(room, element) {
    this.room = room;
    this.element = element;
    room.addEventListener('people', () => this.#draw());
    room.addEventListener('phones', () => this.#draw());
    document.addEventListener('keydown', event => this.#shortcut(event));
  }

  #draw() {
    if (this.#rows.size === 0 && this.room.people.length > 0) this.#lay();
    for (const person of this.room.people) {
      const { row, unread, beside } = this.#rows.get(person.id);
      const phone = this.room.phoneOf(person.id);
      row.dataset.open = String(Boolean(phone));
      row.firstElementChild.setAttribute('aria-current', String(Boolean(phone) && phone === this.room.active));
      unread.replaceChildren(...[badge(person.unread)].filter(Boolean));
      beside.disabled = Boolean(phone) || this.room.phones.length >= MOST_PHONES;
    }
  }

  #lay() {
    this.element.append(make('p', { class: 'keys' }, say('shortcuts', SHORTCUTS)));
    let list = null;
    let department = '';
    this.room.people.forEach((person, place) => {
      if (person.department !== department) {
        department = person.department;
        list = make('ul');
        this.element.append(make('h2', {}, department), list);
      }
      list.append(this.#row(person, place));
    });
  }

  #row(person, place) {
    const unread = make('span', { class: 'unread' });
    const shortcut = place < SHORTCUTS ? say('shortcut', place + 1) : null;
    const roles = rolesOf(person);
    const speak = make('button', {
      type: 'button', class: 'person', title: say('speak-as', person.name, roles), data: { person: person.id },
      'aria-keyshortcuts': shortcut, on: { click: () => this.#speakAs(person) },
    }, avatar(person), make('span', { class: 'who' }, make('b', {}, person.name), make('small', {}, roles)),
      unread, shortcut ? make('kbd', { 'aria-hidden': 'true' }, String(place + 1)) : null);
    const label = say('beside', person.name);
    const beside = make('button', {
      type: 'button', class: 'tool beside', title: label, 'aria-label': label, on: { click: () => this.room.addPhone(person.id) },
    }, icon('plus'));
    const row = make('li', {}, speak, beside);
    this.#rows.set(person.id, { row, unread, beside });
    return row;
  }

  #speakAs(person) {
    this.room.tell('show', 'phones');
    return this.room.speakAs(person.id);
  }

  async #shortcut(event) {
    const digit = event.code.match(/^Digit([1-9])$/)?.[1];
    if (!event.altKey || event.ctrlKey || event.metaKey || !digit) return;
    const person = this.room.people[digit - 1];
    if (!person) return;
    event.preventDefault();
    await this.#speakAs(person);
    this.room.phoneOf(person.id)?.composer.box.focus();
  }
}

/** On a small screen: the open phones as a strip, one of which is shown. */
export function strip(room, element) {
  const draw = () => {
    element.replaceChildren(...room.phones.map(phone => make('button', {
      type: 'button', 'aria-pressed': String(phone === room.active), data: { person: phone.person.id },
      on: { click: () => room.activate(phone) },
    }, avatar(phone.person), make('span', {}, phone.person.name), badge(phone.person.unread))));
    element.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    room.phones.forEach(phone => phone.element.classList.toggle('active', phone === room.active));
  };
  room.addEventListener('phones', draw);
  room.addEventListener('people', draw);
}
