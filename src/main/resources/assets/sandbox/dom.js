// Makes elements. Text is always text: nothing here or elsewhere on the page reads markup from data.

/**
 * @param properties attributes; `class`, `data` (an object) and `on` (listeners by event) are special, false and null left out
 * @param children elements or texts
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === 'class') element.className = value;
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'on') Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== ''));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/assets/sandbox/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** The last character of a name, as chat programs show people without a picture. */
export function avatar(person) {
  return make('span', { class: 'avatar', 'aria-hidden': 'true', data: { hue: person.hue } }, [...person.name].at(-1));
}

const NUMBER = /\b(?:XQ|ZY|XM|PS|HY|XD|GG|WJ)-\d+\b/g;
const PLACES = new RegExp(`${NUMBER.source}|https?://[\\w.:/?#@!$&*+,;=%~-]+`, 'g');

/** The first item number in a text, if any. */
export function itemIn(text) {
  return text.match(NUMBER)?.[0];
}

/** Of item numbers, or none, the highest of a kind. */
export function latest(kind, numbers) {
  const serials = numbers.filter(number => number?.startsWith(`${kind}-`)).map(number => Number(number.slice(kind.length + 1)));
  return serials.length > 0 ? `${kind}-${Math.max(...serials)}` : undefined;
}

/** A text in which item numbers and addresses can be clicked. */
export function linked(text, onItem, label) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(PLACES)) {
    parts.push(text.slice(end, match.index), match[0].startsWith('http')
      ? make('a', { href: match[0], target: '_blank', rel: 'noopener noreferrer' }, match[0])
      : make('button', { type: 'button', class: 'item', 'aria-label': label(match[0]), on: { click: () => onItem(match[0]) } }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)].filter(part => part !== '');
}
