// How the page looks: theme, which panel a small screen shows, whether the inspector is open, menus that close.

const THEME = 'xietong.theme';
const INSPECTOR = 'xietong.inspector';
const SMALL = matchMedia('(max-width: 759px)');

export function isSmall() {
  return SMALL.matches;
}

export function theme(button) {
  button.addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem(THEME, root.dataset.theme);
  });
}

/** The panels of a small screen; on a large one all stand side by side and the inspector opens and closes. */
export class Panels {
  constructor(room, toggle) {
    this.room = room;
    this.toggle = toggle;
    this.tabs = [...document.querySelectorAll('nav.panels button')];
    this.tabs.forEach(tab => tab.addEventListener('click', () => this.show(tab.dataset.panel)));
    room.addEventListener('show', ({ detail }) => this.show(detail));
    toggle.addEventListener('click', () => this.inspect(document.body.dataset.inspector !== 'open'));
    SMALL.addEventListener('change', () => this.#fit());
    this.inspect(localStorage.getItem(INSPECTOR) !== 'closed' && innerWidth >= 1200);
    this.#fit();
    this.show('phones');
  }

  show(panel) {
    document.body.dataset.panel = panel;
    this.tabs.forEach(tab => {
      if (tab.dataset.panel === panel) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    });
    if (panel === 'inspector') this.inspect(true);
    else if (isSmall()) this.room.refresh();
  }

  inspect(open) {
    document.body.dataset.inspector = open ? 'open' : 'closed';
    this.toggle.setAttribute('aria-expanded', String(open));
    localStorage.setItem(INSPECTOR, open ? 'open' : 'closed');
    if (open) this.room.tell('drawn');
  }

  /** A small screen has room for the list of what comes next. */
  #fit() {
    document.querySelector('details.coming').open = isSmall();
  }
}

/** Menus close on Escape, and when something else is clicked. */
export function menus() {
  const open = () => [...document.querySelectorAll('details.menu[open]')]
    .filter(menu => getComputedStyle(menu.querySelector('.sheet')).position === 'absolute');
  document.addEventListener('click', event => open().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    open().forEach(menu => {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    });
  });
}
