import { preparation } from '../modules/conference/messages/preparation.ts'
import { formatTime } from '../platform/i18n/format.ts'

/** Saves what an expert marks and notes at home as it is written. Without this script the button saves. */
const form = document.querySelector<HTMLFormElement>('form#preparation')
if (form) saveAsWritten(form)

const restMs = 600
const retryMs = 5_000

function saveAsWritten(form: HTMLFormElement) {
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv'
  const t = preparation[language].status
  const status = document.getElementById('preparation-status')
  const count = document.getElementById('preparation-count')
  const all = Number(count?.dataset.limit ?? 0)
  // A page may show a part of the items: those that are not on it are counted as they were.
  const questions = form.querySelectorAll('fieldset').length
  const elsewhere = all - questions
  /** Fields that were changed and have not reached the server. */
  const changed = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (sentence: string) => {
    if (status && status.textContent !== sentence) status.textContent = sentence
  }
  const tellCount = () => {
    const marked = form.querySelectorAll('input[type="radio"]:checked').length
    if (count) count.textContent = t.marked(marked + elsewhere, all)
  }

  async function save() {
    clearTimeout(timer)
    if (changed.size === 0) return
    const sent = new Map(changed)
    say(t.saving)
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams([...sent]),
        keepalive: true,
      })
      // A note that is too long, or a visit that has ended: the server's own page says it best.
      if (answer.status < 500 && answer.status !== 429 && !answer.ok) return form.submit()
      if (!answer.ok) throw new Error('not saved')
      const { at } = (await answer.json()) as { at: string }
      for (const [name, value] of sent) if (changed.get(name) === value) changed.delete(name)
      if (changed.size === 0) say(t.saved(formatTime(language, new Date(at))))
      else void save()
    } catch {
      say(t.offline)
      timer = setTimeout(() => void save(), retryMs)
    }
  }

  form.addEventListener('input', event => {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement
    if (!field.name) return
    changed.set(field.name, field.value)
    tellCount()
    clearTimeout(timer)
    timer = setTimeout(() => void save(), restMs)
  })
  window.addEventListener('online', () => void save())
  window.addEventListener('pagehide', () => void save())
  tellCount()
}
