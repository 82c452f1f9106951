// Runs before the page is drawn, so that it never flashes in the other theme. No choice means the system's.
(() => {
  const chosen = localStorage.getItem('xietong.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
