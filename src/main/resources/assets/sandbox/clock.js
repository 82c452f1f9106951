// The company's clock, which the visitor moves, and what will happen next.

import { itemIn, make } from './dom.js';
import { clock, later, moment, say, zoneOf } from './words.js';

const SECOND = 1000;

export class Clock {
  constructor(room, element) {
    this.room = room;
    this.element = element;
    this.time = element.querySelector('time');
    this.mark = element.querySelector('.mark');
    this.fault = element.querySelector('.fault');
    room.addEventListener('clock', () => this.#draw());
    setInterval(() => this.#tick(), 5 * SECOND);
    element.querySelectorAll('[data-move]').forEach(button =>
      button.addEventListener('click', () => this.move(button.dataset.move)));
    element.querySelector('.pick form').addEventListener('submit', event => {
      event.preventDefault();
      this.#moveTo({ to: `${element.querySelector('#pick-time').value}:00${zoneOf(room.clock.now)}` });
    });
    element.querySelector('.pick').addEventListener('toggle', () => this.#propose());
  }

  /** @param how `hour`, `day`, `deadline` or `morning` */
  move(how) {
    const { next, opening } = this.room.clock;
    const moves = {
      hour: { advance: 'PT1H' },
      day: { advance: 'PT24H' },
      deadline: next.length > 0 ? { to: next[0].at } : null,
      morning: { to: opening },
    };
    return moves[how] ? this.#moveTo(moves[how]) : false;
  }

  async #moveTo(how) {
    this.#busy(true);
    this.fault.textContent = '';
    try {
      await this.room.move(how);
      this.element.querySelectorAll('details.pick, details.coming').forEach(menu => this.#shut(menu));
      return true;
    } catch (fault) {
      this.fault.textContent = fault.message;
      return false;
    } finally {
      this.#busy(false);
    }
  }

  #shut(menu) {
    if (getComputedStyle(menu.querySelector('.sheet')).position === 'absolute') menu.open = false;
  }

  #busy(busy) {
    this.element.setAttribute('aria-busy', String(busy));
    this.element.querySelectorAll('button').forEach(button => {
      if (busy) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    });
  }

  #now() {
    const { now, readAt } = this.room.clock;
    return later(now, performance.now() - readAt);
  }

  #tick() {
    if (!this.room.clock) return;
    const now = this.#now();
    this.time.textContent = moment(now);
    this.time.dateTime = now;
  }

  #draw() {
    this.#tick();
    const { working, next } = this.room.clock;
    this.mark.textContent = say(working ? 'working' : 'resting');
    this.mark.dataset.working = String(working);
    this.element.querySelector('[data-move=deadline]').disabled = next.length === 0;
    this.element.querySelector('.coming .first').textContent =
      next.length === 0 ? say('coming.none') : `${moment(next[0].at)} ${next[0].what}`;
    this.element.querySelector('.coming ol').replaceChildren(...next.map(coming => this.#coming(coming)));
  }

  #coming({ at, what }) {
    const label = say('coming.go', moment(at));
    const number = itemIn(what);
    return make('li', {},
      make('button', { type: 'button', title: label, on: { click: () => this.#moveTo({ to: at }) } },
        make('time', { datetime: at }, moment(at)), make('span', {}, what)),
      number ? make('button', {
        type: 'button', class: 'item', 'aria-label': say('trail.open', number), on: { click: () => this.room.look(number) },
      }, number) : null);
  }

  #propose() {
    const picked = this.element.querySelector('#pick-time');
    picked.min = this.#now().slice(0, 16);
    if (!picked.value || picked.value < picked.min) picked.value = this.room.clock.opening.slice(0, 16);
  }
}

/** The time alone, for the tab of a small screen. */
export function shortTime(room) {
  return room.clock ? clock(room.clock.now) : '';
}
