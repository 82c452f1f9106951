// What lies behind the chat: an item's trail, the outbox, and a message as the chat platform gets it.

import { get } from './api.js';
import { make } from './dom.js';
import { moment, say } from './words.js';

export class Inspector {
  #number = null;

  constructor(room, element) {
    this.room = room;
    this.element = element;
    this.tabs = [...element.querySelectorAll('[role=tab]')];
    this.tabs.forEach(tab => {
      tab.addEventListener('click', () => this.show(tab));
      tab.addEventListener('keydown', event => this.#turn(event));
    });
    element.querySelector('.ask').addEventListener('submit', event => {
      event.preventDefault();
      const typed = element.querySelector('#item-number').value.trim();
      if (typed) room.look(typed);
    });
    room.addEventListener('look', ({ detail }) => { this.#open('tab-trail'); this.#trail(detail); });
    room.addEventListener('source', ({ detail }) => { this.#open('tab-json'); this.#source(detail); });
    room.addEventListener('drawn', () => this.refresh());
  }

  #open(tab) {
    this.room.tell('show', 'inspector');
    this.show(document.getElementById(tab));
  }

  show(tab) {
    for (const other of this.tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(other.getAttribute('aria-controls')).hidden = other !== tab;
    }
    this.refresh();
  }

  #turn(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const tab = this.tabs.at((this.tabs.indexOf(event.currentTarget) + step) % this.tabs.length);
    this.show(tab);
    tab.focus();
  }

  /** Reads the open view again, if it can be seen. */
  async refresh() {
    if (this.element.offsetParent === null) return;
    if (!this.element.querySelector('#view-outbox').hidden) await this.#outbox();
    if (!this.element.querySelector('#view-trail').hidden && this.#number) await this.#trail(this.#number);
  }

  async #trail(number) {
    const found = this.element.querySelector('.found');
    this.element.querySelector('#item-number').value = number;
    try {
      const item = await get(`/item/${encodeURIComponent(number)}`);
      this.#number = item.number;
      found.replaceChildren(make('h2', {}, say('trail.of', item.number)), make('ol', { class: 'trail' }, ...item.trail.map(step)));
    } catch (fault) {
      this.#number = null;
      found.replaceChildren(make('p', { class: 'hint', role: 'alert' }, fault.message));
    }
  }

  async #outbox() {
    const lines = await get('/outbox').catch(() => []);
    this.element.querySelector('.outbox').replaceChildren(...lines.map(line => make('li', {},
      make('p', {},
        make('b', {}, line.to || say(`outbox.to.${line.kind}`)),
        make('span', { class: 'state', data: { state: line.state } }, say(`outbox.state.${line.state}`))),
      make('p', {}, [say(`outbox.kind.${line.kind}`), line.item, say(`outbox.urgency.${line.urgency}`)].filter(Boolean).join(' · ')),
      make('small', {}, moment(line.at),
        line.attempts > 0 ? ` · ${say('outbox.attempts', line.attempts)}` : '', line.note ? ` · ${line.note}` : ''))));
  }

  #source(message) {
    const view = this.element.querySelector('#view-json');
    view.querySelector('.hint').hidden = true;
    view.querySelector('pre').hidden = false;
    view.querySelector('pre').textContent = JSON.stringify(message, null, 2);
  }
}

function step(line) {
  return make('li', {},
    make('time', { datetime: line.at }, moment(line.at)),
    make('p', {}, make('b', {}, line.who), ` ${line.what}`),
    line.where ? make('small', {}, say('trail.where', line.where)) : null);
}
