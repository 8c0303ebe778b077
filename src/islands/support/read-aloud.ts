/**
 * Lets the browser read each question, where it has a voice for the page's language. The button stands hidden in the page
 * and is shown when there is a voice: a voice of another language would only be noise.
 */
export function offerReading(form: HTMLElement, stopLabel: string): void {
  if (!('speechSynthesis' in window)) return
  const synthesis = window.speechSynthesis
  const language = document.documentElement.lang.split('-')[0] ?? ''
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('[data-read]')]
  const label = buttons[0]?.textContent ?? ''
  const findVoice = () => synthesis.getVoices().find(voice => voice.lang.toLowerCase().startsWith(language))
  const offer = () => {
    const hasVoice = findVoice() !== undefined
    for (const button of buttons) button.hidden = !hasVoice
  }
  const showIdle = () => {
    for (const button of buttons) button.textContent = label
  }

  function read(button: HTMLButtonElement) {
    const voice = findVoice()
    const question = button.closest('fieldset')
    if (!voice || !question) return
    const parts = question.querySelectorAll('legend, .hint, .choice-label')
    const words = new SpeechSynthesisUtterance(
      [...parts]
        .map(part => part.textContent?.trim())
        .join('. ')
        .replace(/([?!.:])\. /g, '$1 '),
    )
    words.voice = voice
    words.lang = voice.lang
    words.onend = showIdle
    button.textContent = stopLabel
    synthesis.speak(words)
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      const isReading = button.textContent === stopLabel
      synthesis.cancel()
      showIdle()
      if (!isReading) read(button)
    })
  }
  offer()
  // Browsers fetch their voices after the page has come.
  synthesis.addEventListener?.('voiceschanged', offer)
  window.addEventListener('pagehide', () => synthesis.cancel())
}
