/** Enter goes on to the next question, so that a paper is typed by one hand; from the last it goes to the button. */
const form = document.querySelector<HTMLFormElement>('form#paper')
form?.addEventListener('keydown', event => {
  const { target } = event
  // In a text, Enter is a new line; there Tab goes on.
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return
  const controls = [...form.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea, button')]
  const next = controls[controls.indexOf(target) + 1]
  if (!next) return
  event.preventDefault()
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
})
form?.querySelector<HTMLInputElement>('input[name^="q-"]')?.focus()
