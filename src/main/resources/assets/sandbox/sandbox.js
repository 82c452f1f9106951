// Puts the page together.

import { Clock, shortTime } from './clock.js';
import { Inspector } from './inspector.js';
import { menus, Panels, theme } from './look.js';
import { People, strip } from './people.js';
import { Room } from './room.js';
import { Tour } from './tour.js';
import { say } from './words.js';

const find = selector => document.querySelector(selector);

const room = new Room(find('#phones .row'));
const clock = new Clock(room, find('#clock'));
new People(room, find('#people'));
strip(room, find('#phones .strip'));
new Inspector(room, find('#inspector'));
const panels = new Panels(room, find('.tool.look'));
new Tour(room, clock, panels, find('#tour'), find('.menu.tours'));
theme(find('.tool.theme'));
menus();

const tab = find('nav.panels [data-panel=clock] span');
room.addEventListener('clock', () => { tab.textContent = `${say('clock')} ${shortTime(room)}`; });
room.addEventListener('lost', ({ detail }) => { clock.fault.textContent = detail ? say('lost') : ''; });

await room.start();
document.body.dataset.ready = 'true';
