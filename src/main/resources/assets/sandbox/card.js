// Draws a card: what is to be read, the fields to fill in, the buttons.

import { itemIn, linked, make } from './dom.js';
import { say } from './words.js';

/**
 * @param message with its card
 * @param phone   asked for what was typed already (`drafts`), told what is typed and pressed
 * @param folded  whether a newer card of the same item stands below, so that the headline is enough
 */
export function drawCard(message, phone, folded) {
  const { card } = message;
  const toTrail = text => linked(text, number => phone.room.look(number), number => say('trail.open', number));
  const parts = folded ? [] : card.parts.map(part => DRAW[part.kind]?.(part, message, phone, toTrail)).filter(Boolean);
  const body = make('div', { class: 'body', id: `${phone.key}-${message.id}` }, ...parts);
  const element = make('article', { class: 'card', 'aria-label': card.title, data: { tone: card.tone, item: itemOf(message) ?? '' } },
    make('h3', {},
      make('span', { class: 'title' }, ...toTrail(card.title)),
      make('span', { class: 'tone' }, toneWord(message))));
  if (folded !== undefined) element.append(folding(body, folded, message, phone));
  element.append(body);
  return element;
}

/** The item a card is about: cards of the same item fold under the newest. */
export function itemOf(message) {
  return message.card ? itemIn(message.card.title) : undefined;
}

/** What the colour means. A card about no item has nothing under way. */
function toneWord(message) {
  const { tone } = message.card;
  return say(`tone.${tone === 'info' && !itemOf(message) ? 'neutral' : tone}`);
}

function folding(body, folded, message, phone) {
  body.hidden = folded;
  const first = message.card.lines[0] ?? '';
  const toggle = make('button', {
    type: 'button', class: 'fold', 'aria-expanded': String(!folded), 'aria-controls': body.id,
    on: { click: () => phone.unfold(message.id, body.hidden) },
  }, say(folded ? 'unfold' : 'fold'));
  return make('div', { class: 'folding' }, make('p', {}, folded ? first : ''), toggle);
}

const DRAW = {
  line: (part, message, phone, toTrail) => make('p', { class: 'line' }, ...toTrail(part.text)),
  field: (part, message, phone, toTrail) => make('dl', {}, make('dt', {}, part.label), make('dd', {}, ...toTrail(part.value))),
  progress: (part) => make('div', { class: 'progress' },
    make('progress', { max: 100, value: part.percent, 'aria-label': part.caption }), make('small', {}, part.caption)),
  form: (part, message, phone) => make('div', { class: 'form' },
    ...message.card.form.map(input => field(input, message, phone))),
  buttons: (part, message, phone) => make('div', { class: 'buttons' },
    ...message.card.buttons.map(button => make('button', {
      type: 'button', data: { style: button.style, button: button.id }, on: { click: () => phone.press(message, button) },
    }, button.label))),
};

function field(input, message, phone) {
  const id = fieldId(phone, message, input);
  const control = CONTROL[input.kind]?.(input) ?? CONTROL.text(input);
  control.id = id;
  control.name = input.name;
  control.value = phone.drafts.get(draftKey(message, input)) ?? input.initial;
  if (input.hint && !control.placeholder) control.placeholder = input.hint;
  if (input.required) control.setAttribute('aria-required', 'true');
  control.addEventListener('input', () => phone.drafts.set(draftKey(message, input), control.value));
  return make('div', { class: 'field' },
    make('label', { for: id }, input.label, input.required ? make('small', {}, say('required')) : null), control);
}

/** The id of the element in which a field is filled in. */
export function fieldId(phone, message, input) {
  return `${phone.key}-${message.id}-${input.name}`;
}

/** A draft outlives an update of the card as long as the field means the same. */
export function draftKey(message, input) {
  return `${message.id}/${input.name}/${input.label}`;
}

const CONTROL = {
  text: () => make('input', { type: 'text', autocomplete: 'off' }),
  date: () => make('input', { type: 'date' }),
  long_text: () => make('textarea', { rows: 1 }),
  choice: input => make('select', {},
    ...(input.options.some(option => option.value === input.initial) ? [] : [make('option', { value: '' }, say('choose'))]),
    ...input.options.map(option => make('option', { value: option.value }, option.label))),
};
