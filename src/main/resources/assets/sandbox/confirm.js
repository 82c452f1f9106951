// Asks before something that cannot be taken back; the question names the effect.

/** Whether the visitor says yes. */
export function confirmed(button) {
  const dialog = document.getElementById('confirm');
  dialog.querySelector('#confirm-question').textContent = button.confirm;
  const yes = dialog.querySelector('.yes');
  yes.textContent = button.label;
  yes.dataset.style = button.style;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(answer => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true });
  });
}
