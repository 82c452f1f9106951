// One person's phone: their chats, the messages of one of them, and the box to type in.

import { get, post } from './api.js';
import { draftKey, drawCard, fieldId, itemOf } from './card.js';
import { Composer } from './composer.js';
import { confirmed } from './confirm.js';
import { avatar, icon, latest, linked, make } from './dom.js';
import { clock, day, say } from './words.js';

const NEWEST = 100;
const TOAST = 6000;
const PAUSE = 20 * 60_000;
let keys = 0;

export class Phone {
  key = `phone${++keys}`;
  drafts = new Map();
  chats = [];
  #messages = new Map();
  #drawn = new Map();
  #unfolded = new Set();
  #change = 0;
  #loaded = false;
  #shown = null;
  #toastTimer = 0;

  constructor(room, person) {
    this.room = room;
    this.person = person;
    this.chat = `single:${person.id}`;
    this.element = document.getElementById('phone-template').content.firstElementChild.cloneNode(true);
    const find = selector => this.element.querySelector(selector);
    this.log = find('.messages');
    this.#label(find);
    this.composer = new Composer(this, find('.composer'));
    find('.close').addEventListener('click', () => room.close(this));
    find('.below').addEventListener('click', () => this.#toEnd());
    this.log.addEventListener('scroll', () => { if (this.#atEnd()) find('.below').hidden = true; });
    this.element.addEventListener('focusin', () => { if (room.active !== this) room.activate(this); });
    this.element.addEventListener('pointerdown', () => { if (room.active !== this) room.activate(this); });
  }

  #label(find) {
    const { person } = this;
    this.element.setAttribute('aria-label', say('phone-of', person.name));
    this.element.dataset.person = person.id;
    find('.avatar').replaceWith(avatar(person));
    find('.name').textContent = person.name;
    find('.place').textContent = `${person.department} · ${rolesOf(person)}`;
    find('.close').setAttribute('aria-label', `${say('close-phone')}: ${person.name}`);
  }

  get isVisible() {
    return this.element.offsetParent !== null && document.visibilityState === 'visible';
  }

  get isGroup() {
    return this.chat.startsWith('group:');
  }

  get chatName() {
    return this.chats.find(chat => chat.id === this.chat)?.name ?? '';
  }

  async open(chat) {
    this.chat = chat;
    this.room.chose();
    await this.room.refresh();
  }

  /** Reads the chats and what changed in the one that is open. */
  async refresh() {
    const { chat, person: { id: as } } = this;
    if (this.#shown !== chat) this.#forget(chat);
    const fresh = !this.#loaded;
    const [chats, messages] = await Promise.all([
      get('/chats', { as }),
      get('/messages', { as, chat, ...(fresh ? { newest: NEWEST } : { changed: this.#change }) }),
    ]);
    if (this.chat !== chat) return this.refresh();
    this.#loaded = true;
    this.chats = chats;
    this.#take(messages, fresh);
    await this.#read();
    this.#drawChats();
    this.composer.place();
  }

  #forget(chat) {
    this.#shown = chat;
    this.#messages.clear();
    this.#drawn.clear();
    this.#change = 0;
    this.#loaded = false;
    this.log.replaceChildren();
  }

  #take(messages, fresh) {
    const wasAtEnd = this.#atEnd() || fresh;
    const arrived = messages.filter(message => !this.#messages.has(message.id));
    for (const message of messages) {
      this.#messages.set(message.id, message);
      this.#change = Math.max(this.#change, message.change);
    }
    if (messages.length > 0 || fresh) this.#draw(new Set(messages.map(({ id }) => id)));
    const other = arrived.findLast(message => message.from !== this.person.id);
    if (!fresh && other) this.#announce(other);
    if (arrived.length === 0) return;
    if (wasAtEnd || arrived.some(message => message.from === this.person.id)) this.#toEnd();
    else this.element.querySelector('.below').hidden = false;
  }

  #announce(message) {
    const what = message.card ? message.card.title : message.text;
    document.getElementById('news').textContent = say('arrived', this.person.name, what);
  }

  async #read() {
    const open = this.chats.find(chat => chat.id === this.chat);
    const last = Math.max(0, ...[...this.#messages.values()].map(message => message.seq));
    if (!open?.unread || !this.isVisible) return;
    await post('/read', { as: this.person.id, chat: this.chat, seq: last });
    open.unread = 0;
  }

  #drawChats() {
    this.element.querySelector('.chats').replaceChildren(...this.chats.map(chat => make('button', {
      type: 'button', 'aria-current': chat.id === this.chat ? 'true' : null, data: { chat: chat.id },
      on: { click: () => this.open(chat.id) },
    }, chat.name, badge(chat.unread))));
    this.log.setAttribute('aria-label', `${say('messages-of', this.person.name)}: ${this.chatName}`);
  }

  /** Draws what changed; what did not keeps its element, and with it the focus. */
  #draw(changed) {
    const messages = [...this.#messages.values()].sort((one, other) => one.seq - other.seq);
    const newest = new Map();
    messages.forEach(message => { if (itemOf(message)) newest.set(itemOf(message), message.id); });
    let before = null;
    let lastDay = '';
    const nodes = messages.flatMap(message => {
      const older = itemOf(message) && newest.get(itemOf(message)) !== message.id;
      const look = older ? String(!this.#unfolded.has(message.id)) : '';
      let drawn = this.#drawn.get(message.id);
      if (!drawn || drawn.look !== look || changed.has(message.id)) {
        drawn = { look, node: this.#message(message, older ? look === 'true' : undefined) };
        this.#drawn.set(message.id, drawn);
      }
      const label = !before || Date.parse(message.at) - Date.parse(before.at) > PAUSE ? timeLabel(message, lastDay) : null;
      if (label) lastDay = day(message.at);
      before = message;
      return label ? [label, drawn.node] : [drawn.node];
    });
    const focused = this.log.contains(document.activeElement) ? document.activeElement : null;
    const { scrollTop } = this.log;
    this.log.replaceChildren(...(nodes.length > 0 ? nodes : [this.#welcome()]));
    if (focused) (focused.isConnected ? focused : document.getElementById(focused.id) ?? this.log).focus({ preventScroll: true });
    this.log.scrollTop = scrollTop;
  }

  #message(message, folded) {
    const mine = message.from === this.person.id;
    const sender = this.room.person(message.from);
    const content = message.card
      ? drawCard(message, this, folded)
      : make('p', { class: 'bubble' }, ...linked(message.text, number => this.room.look(number), number => say('trail.open', number)));
    const show = make('button', {
      type: 'button', class: 'source', title: say('json-of'), 'aria-label': say('json-of'),
      on: { click: () => this.room.tell('source', message) },
    }, '{ }');
    return make('div', { class: mine ? 'message mine' : 'message', data: { message: message.id } },
      make('div', { class: 'side' }, sender ? avatar(sender) : make('span', { class: 'avatar bot', 'aria-hidden': 'true' }, '协'), show),
      make('div', { class: 'content' },
        this.isGroup && !mine ? make('small', { class: 'from' }, sender?.name ?? say('brand')) : null,
        content));
  }

  #welcome() {
    const starters = ['starter.1', 'starter.2', 'starter.3'].map(name => make('button', {
      type: 'button', on: { click: () => this.send((this.isGroup ? '@协同 ' : '') + say(name)) },
    }, say(name)));
    return make('div', { class: 'welcome' }, icon('chat'), make('p', {}, say('empty')), make('div', {}, ...starters));
  }

  /** Whether the newest message can be seen, or at least its beginning. */
  #atEnd() {
    const last = this.log.lastElementChild;
    return !last || last.offsetTop - this.log.offsetTop < this.log.scrollTop + this.log.clientHeight;
  }

  /** Shows the end, or the beginning of the newest message when it is longer than the screen. */
  #toEnd() {
    const last = this.log.lastElementChild;
    if (!last) return;
    const end = this.log.scrollHeight - this.log.clientHeight;
    this.log.scrollTop = Math.min(end, last.offsetTop - this.log.offsetTop - 10);
    this.element.querySelector('.below').hidden = true;
  }

  unfold(id, open) {
    this.#unfolded[open ? 'add' : 'delete'](id);
    this.#draw(new Set());
    this.element.querySelector(`[data-message="${id}"] .fold`)?.focus();
  }

  async send(text) {
    return this.#try(async () => {
      const answer = await this.room.say(this.person.id, this.chat, text);
      return answer.toast ?? (answer.heard ? '' : say('not-heard'));
    });
  }

  /** Presses a button of a card with what stands in its fields; asks first when the button wants that. */
  async press(message, button) {
    if (button.confirm && !await confirmed(button)) return false;
    const form = Object.fromEntries(message.card.form.map(input =>
      [input.name, this.drafts.get(draftKey(message, input)) ?? input.initial]));
    const pressed = await this.#try(async () => {
      const answer = await this.room.press(this.person.id, message, button.id, form);
      return answer.toast ?? '';
    });
    if (pressed) this.#empty(message);
    return pressed;
  }

  /** What was sent no longer stands in the fields. */
  #empty(message) {
    message.card.form.forEach(input => this.drafts.delete(draftKey(message, input)));
    this.#messages.get(message.id)?.card.form.forEach(input =>
      Object.assign(document.getElementById(fieldId(this, message, input)) ?? {}, { value: input.initial }));
  }

  /** The item of the newest card since this person spoke; none while no card has come, or when it is a form. */
  get answeredItem() {
    const newest = this.#newestFirst();
    const said = newest.findIndex(message => message.from === this.person.id);
    return itemOf(newest.slice(0, said < 0 ? newest.length : said).find(message => message.card) ?? {});
  }

  /** Of the items of a kind (`XQ`, `ZY`, …) the newest. */
  newestItem(kind) {
    return latest(kind, this.#newestFirst().map(itemOf));
  }

  /** The newest card of an item that has a button of this id, and that button. */
  offer(item, id) {
    const isIt = button => button.id === id;
    const message = this.#newestFirst().find(one => one.card && itemOf(one) === item && one.card.buttons.some(isIt));
    return message ? { message, button: message.card.buttons.find(isIt) } : null;
  }

  #newestFirst() {
    return [...this.#messages.values()].sort((one, other) => other.seq - one.seq);
  }

  /** Writes values into the fields of a card, as if they had been typed. */
  fill(message, values) {
    for (const input of message.card.form) {
      if (!(input.name in values) || this.drafts.has(draftKey(message, input))) continue;
      this.drafts.set(draftKey(message, input), values[input.name]);
      const control = document.getElementById(fieldId(this, message, input));
      if (control) control.value = values[input.name];
    }
  }

  async #try(act) {
    this.element.setAttribute('aria-busy', 'true');
    try {
      this.toast(await act());
      return true;
    } catch (fault) {
      this.toast(fault.message, 'danger');
      return false;
    } finally {
      this.element.removeAttribute('aria-busy');
    }
  }

  toast(text, tone = 'info') {
    const toast = this.element.querySelector('.toast');
    clearTimeout(this.#toastTimer);
    toast.textContent = text;
    toast.dataset.tone = tone;
    if (text) this.#toastTimer = setTimeout(() => { toast.textContent = ''; }, TOAST);
  }
}

/** A count of unread messages; nothing for none. */
export function badge(count) {
  return count === 0 ? null : make('span', { class: 'badge' },
    make('span', { 'aria-hidden': 'true' }, count > 99 ? '99+' : String(count)), make('span', { class: 'unseen' }, say('unread', count)));
}

export function rolesOf(person) {
  const roles = person.roles.filter(role => role !== 'employee' && role !== 'member').reverse();
  return (roles.length > 0 ? roles : ['employee']).map(role => say(`role.${role}`)).join(say('between'));
}

function timeLabel(message, lastDay) {
  const date = day(message.at);
  return make('p', { class: 'time' }, date === lastDay ? clock(message.at) : `${date} ${clock(message.at)}`);
}
