// The box to type in: Enter sends, Shift+Enter breaks the line, `/` and `@协同` complete commands.

import { get } from './api.js';
import { make } from './dom.js';
import { say } from './words.js';

const COMMAND = /^(\s*(?:[/／]|[@＠]协同[\s,，]+))(\S*)$/;
const MENTION = /^\s*[@＠](?:协)?$/;

export class Composer {
  #asked = 0;
  #chosen = -1;
  #offers = [];

  constructor(phone, form) {
    this.phone = phone;
    this.box = form.querySelector('textarea');
    this.list = form.querySelector('.completions');
    this.list.id = `${phone.key}-commands`;
    this.mention = form.querySelector('.mention');
    this.box.setAttribute('aria-controls', this.list.id);
    form.addEventListener('submit', event => { event.preventDefault(); this.send(); });
    this.box.addEventListener('input', () => this.#typed());
    this.box.addEventListener('keydown', event => this.#key(event));
    this.box.addEventListener('blur', () => this.#close());
    this.mention.addEventListener('click', () => {
      this.write(/[@＠]协同/.test(this.box.value) ? this.box.value : `@协同 ${this.box.value}`);
      this.box.focus();
      this.#typed();
    });
  }

  /** Fits the box to the chat that is open. */
  place() {
    this.mention.hidden = !this.phone.isGroup;
    this.box.placeholder = say(this.phone.isGroup ? 'hint-group' : 'hint-single');
    this.box.setAttribute('aria-label', say('say-in', this.phone.person.name, this.phone.chatName));
  }

  write(text) {
    this.box.value = text;
    this.#fit();
  }

  async send() {
    const text = this.box.value.trim();
    if (!text) return;
    this.#close();
    this.write('');
    if (!await this.phone.send(text)) this.write(text);
  }

  #fit() {
    this.box.style.height = 'auto';
    this.box.style.height = `${Math.min(this.box.scrollHeight + 2, 120)}px`;
  }

  async #typed() {
    this.#fit();
    const asked = ++this.#asked;
    const typed = this.box.value;
    if (MENTION.test(typed)) return this.#offer([{ whole: '@协同 ', text: '@协同', hint: say('mention') }]);
    const [, start, prefix] = typed.match(COMMAND) ?? [];
    if (start === undefined) return this.#close();
    const found = await get('/completions', { as: this.phone.person.id, prefix }).catch(() => []);
    if (asked !== this.#asked) return;
    this.#offer(found.filter(({ text }) => text !== prefix).map(({ text, hint }) => ({ whole: `${start}${text} `, text, hint })));
  }

  #offer(offers) {
    this.#offers = offers;
    this.list.replaceChildren(...offers.map((offer, place) => make('li', {
      role: 'option', id: `${this.list.id}-${place}`,
      on: { pointerdown: event => { event.preventDefault(); this.#take(place); } },
    }, make('b', {}, offer.text), make('small', {}, offer.hint))));
    this.list.hidden = offers.length === 0;
    this.#choose(offers.length > 0 ? 0 : -1);
  }

  #choose(place) {
    this.#chosen = place;
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    this.list.children[place]?.scrollIntoView({ block: 'nearest' });
    if (place < 0) this.box.removeAttribute('aria-activedescendant');
    else this.box.setAttribute('aria-activedescendant', `${this.list.id}-${place}`);
  }

  #take(place) {
    const { whole } = this.#offers[place];
    this.#close();
    this.write(whole);
    if (MENTION.test(whole.trim()) || whole === '@协同 ') this.#typed();
  }

  #close() {
    this.#asked++;
    this.#offer([]);
  }

  #key(event) {
    if (event.isComposing) return;
    const open = this.#chosen >= 0;
    const count = this.#offers.length;
    if (open && event.key === 'ArrowDown') this.#choose((this.#chosen + 1) % count);
    else if (open && event.key === 'ArrowUp') this.#choose((this.#chosen - 1 + count) % count);
    else if (open && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) this.#take(this.#chosen);
    else if (open && event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && !event.shiftKey) this.send();
    else return;
    event.preventDefault();
  }
}
