// The page's texts in its language, and how times are written. Texts come with the page (words/page.*.properties).

const texts = JSON.parse(document.body.dataset.words);
export const language = document.documentElement.lang;

/** The text with its places filled. */
export function say(name, ...args) {
  const text = texts[name];
  if (text === undefined) throw new Error(`no text for ${name}`);
  return text.replace(/\{(\d)}/g, (_, index) => args[index] ?? '');
}

export function known(name) {
  return name in texts;
}

const weekdays = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });

/** 「11月24日(周二)」 for a local time as the API writes it; the company's zone, not the browser's. */
export function day(iso) {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return say('day', date.getUTCMonth() + 1, date.getUTCDate(), weekdays.format(date), months.format(date));
}

/** 「11月24日(周二) 09:00」 */
export function moment(iso) {
  return `${day(iso)} ${clock(iso)}`;
}

export function clock(iso) {
  return iso.slice(11, 16);
}

/** The local time a number of milliseconds after one that the API wrote, in the same zone. */
export function later(iso, millis) {
  const zone = iso.match(/([+-])(\d\d):(\d\d)$|Z$/);
  const offset = zone[1] ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  const shifted = new Date(Date.parse(iso) + millis + offset * 60_000);
  return shifted.toISOString().slice(0, 19) + zone[0];
}

export function zoneOf(iso) {
  return iso.match(/[+-]\d\d:\d\d$|Z$/)[0];
}
