// What a keyboard and a choice of theme add. Every page works without it.

const search = document.getElementById('q');
const theme = document.querySelector('.tool.theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

// On a narrow screen the menu is wider than the screen.
document.querySelector('.pages [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
  search.select();
});

theme.hidden = false;
theme.addEventListener('click', () => {
  const root = document.documentElement;
  const present = root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
  root.dataset.theme = present === 'dark' ? 'light' : 'dark';
  localStorage.setItem('xietong.theme', root.dataset.theme);
});

// A form that was sent is not sent again by an impatient second press.
document.querySelectorAll('form[method=post]').forEach(form => form.addEventListener('submit', event => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
}));
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
