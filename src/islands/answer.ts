import { answerStatus } from '../modules/surveys/messages/answer-status.ts'
import { revealing } from '../modules/surveys/rules/revealing-text.ts'
import {
  type AnswerDraft,
  forgetAnswers,
  keepAnswers,
  readAnswers,
  waitingPage,
} from './support/answer-draft.ts'
import { post } from './support/post.ts'
import { offerReading } from './support/read-aloud.ts'

/**
 * Looks after a respondent's answers: goes from question to question without the network, keeps what is filled in on the
 * phone, and sends it again when the network is back. Without this script the form is posted as any form.
 *
 * On a tablet that many use nothing is kept, and a page that is left alone begins anew.
 */

const firstPauseMs = 1_000
const longestPauseMs = 30_000
const usualIdleMs = 90_000

const tablet = /^\/svara\/[^/]+\/surfplatta/.exec(location.pathname)?.[0]
const form = document.querySelector<HTMLFormElement>('form#answers')
const thanks = document.querySelector<HTMLElement>('[data-thanks]')
if (thanks) forgetAnswers()
if (form) lookAfter(form)
else if (!thanks) sendWhatWaits()
if (tablet) beginAnewWhenIdle(tablet, Number(thanks?.dataset.thanks ?? 0) * 1000 || usualIdleMs)
writeCodeFromAddress()

function lookAfter(form: HTMLFormElement) {
  const home = new URL(form.action).pathname.replace(/\/fragor$/, '')
  const language = document.documentElement.lang
  const t = answerStatus(language)
  const status = document.getElementById('answer-status')
  const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')]
  const review = form.querySelector<HTMLElement>('#own-answers')
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const visit = field('visit')?.value ?? ''
  const isAll = field('view')?.value === 'all'
  const last = steps.length

  let at = Number(field('at')?.value ?? 0)
  let isReviewed = field('reviewed') !== null
  let waits = false
  let isSending = false
  let isClosed = false
  let pauseMs = firstPauseMs
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (sentence: string) => {
    // The same sentence again is not said again.
    if (status && status.textContent !== sentence) status.textContent = sentence
  }
  const fields = () =>
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString()

  function keep() {
    if (!tablet) keepAnswers(visit, { fields: fields(), waits, page: `${home}/fragor?sprak=${language}` })
  }

  function tellState() {
    if (isClosed) return say(t.closed)
    if (isSending) return say(t.sending)
    if (waits) return say(navigator.onLine ? t.busy : t.offline)
    say(tablet ? '' : t.kept)
  }

  function show(next: number) {
    at = Math.min(Math.max(next, 0), last)
    isReviewed ||= at === last
    const isReview = at === last
    const asked = steps[at]
    const isRequired = asked?.querySelector('legend .optional') !== null
    const shown: Readonly<Record<string, boolean>> = {
      next: !isAll && !isReview,
      check: isAll && !isReview,
      'hand-in': isReview,
      back: isReview || (!isAll && at > 0),
      skip: !isAll && !isReview && !isRequired,
      'to-check': !isAll && !isReview && isReviewed,
      view: !isReview,
    }
    for (const part of form.querySelectorAll<HTMLElement>('[data-shown]'))
      part.hidden = !shown[part.dataset.shown ?? '']
    for (const [index, step] of steps.entries()) step.hidden = isReview || (!isAll && index !== at)
    if (review) review.hidden = !isReview
    const enter = form.querySelector<HTMLButtonElement>('[data-enter]')
    if (enter) enter.value = isReview ? 'hand-in' : isAll ? 'check' : 'next'
    const place = field('at')
    if (place) place.value = String(at)
    if (isReview) fillReview()
    // What was wrong is said on the server's own page, and not any more when one has gone on.
    form.querySelector('.error-summary')?.remove()
    const heading = (isReview ? review : asked)?.querySelector<HTMLElement>('h1, h2')
    if (heading) document.title = `${heading.textContent} – Mellanrum`
    window.scrollTo(0, 0)
    // Where the eyes are, a screen reader is too: it reads the question.
    heading?.focus({ preventScroll: true })
    keep()
  }

  function fillReview() {
    for (const [index, row] of [...form.querySelectorAll<HTMLElement>('[data-review]')].entries()) {
      const step = steps[index]
      const answer = row.querySelector<HTMLElement>('dd')
      if (!step || !answer) continue
      const words = wordsOf(step)
      answer.textContent = words || (answer.dataset.none ?? '')
      const warning = row.querySelector<HTMLElement>('[data-reveals]')
      if (warning) warning.hidden = revealing(words).length === 0
    }
  }

  const isRight = (step: HTMLElement | undefined): boolean =>
    step !== undefined && (wordsOf(step) === '' ? step.querySelector('legend .optional') === null : true)

  function clear(step: HTMLElement | undefined) {
    for (const input of step?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ??
      []) {
      if (input instanceof HTMLInputElement && input.type !== 'text') input.checked = false
      else input.value = ''
    }
  }

  /** @returns false where the server has to say what is wrong, or to make another page */
  function go(button: string): boolean {
    if (button === 'hand-in') {
      void send()
      return true
    }
    if (button === 'back') show(isAll ? 0 : at - 1)
    else if (button === 'skip') {
      clear(steps[at])
      show(at + 1)
    } else if (/^\d+$/.test(button)) {
      show(Number(button))
      if (isAll) steps[Number(button)]?.querySelector<HTMLElement>('h2')?.focus()
    } else if (button === 'check' && isAll && steps.every(isRight) && !hasNumbers(steps)) show(last)
    else if (
      (button === 'next' || button === 'check') &&
      !isAll &&
      isRight(steps[at]) &&
      !hasNumbers([steps[at]])
    )
      show(button === 'check' ? last : at + 1)
    else return false
    return true
  }

  /** Sends what is filled in now. Safe to do twice: the same right replaces its own answers. */
  async function send() {
    clearTimeout(timer)
    if (isSending || isClosed) return
    isSending = true
    waits = true
    form.dataset.waits = 'yes'
    keep()
    tellState()
    const answer = await post(form.action, `${fields()}&go=hand-in`)
    isSending = false
    if (answer === undefined || answer.status === 429 || answer.status >= 500) {
      tellState()
      timer = setTimeout(() => void send(), pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      return
    }
    waits = false
    delete form.dataset.waits
    if (answer.ok) {
      forgetAnswers()
      // In place of this page: the way back leads to no answers.
      return location.replace(`${home}/tack?sprak=${language}`)
    }
    keep()
    if (answer.status === 409 || answer.status === 410) {
      isClosed = true
      forgetAnswers()
      return tellState()
    }
    // The server's own page says best what is wrong, and keeps what is filled in.
    pressed('hand-in')
  }

  /** Posts the form as it would be without this script. */
  function pressed(button: string) {
    const hidden = document.createElement('input')
    Object.assign(hidden, { type: 'hidden', name: 'go', value: button })
    form.append(hidden)
    form.submit()
  }

  function showAgain({ fields: saved }: AnswerDraft) {
    const before = new URLSearchParams(saved)
    for (const input of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name^="answer-"]')) {
      const values = before.getAll(input.name)
      if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox'))
        input.checked = values.includes(input.value)
      else input.value = values[0] ?? ''
    }
    return Number(before.get('at') ?? 0)
  }

  function warn(text: HTMLTextAreaElement) {
    const warning = text.closest('[data-step]')?.querySelector<HTMLElement>('[data-reveals]')
    if (warning) warning.hidden = revealing(text.value).length === 0
  }

  forgetAnswers(visit)
  const draft = tablet ? undefined : readAnswers(visit)
  // A page that the server made of what was sent knows better than what lies here.
  const isFresh = location.search !== ''
  if (draft && isFresh) {
    const place = showAgain(draft)
    if (!isAll) show(place)
    if (draft.waits) void send()
    else tellState()
  } else keep()
  for (const text of form.querySelectorAll<HTMLTextAreaElement>('[data-free-text]')) {
    warn(text)
    text.addEventListener('input', () => warn(text))
  }
  offerReading(form, t.stopReading)

  form.addEventListener('input', () => {
    keep()
    tellState()
  })
  form.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement) keepApart(event.target)
    keep()
  })
  // Old browsers do not tell which button sent a form.
  let clicked: string | undefined
  form.addEventListener('click', event => {
    clicked = (event.target as Element).closest<HTMLButtonElement>('button[name="go"]')?.value
  })
  form.addEventListener('submit', event => {
    const button = clicked ?? 'next'
    pauseMs = firstPauseMs
    if (go(button)) return event.preventDefault()
    if (!navigator.onLine) {
      event.preventDefault()
      say(t.offline)
    }
  })
  window.addEventListener('online', () => {
    pauseMs = firstPauseMs
    if (waits) void send()
    else tellState()
  })
  window.addEventListener('offline', tellState)
}

/** "I do not know" and an answer exclude each other. */
function keepApart(changed: HTMLInputElement) {
  const question = changed.closest('fieldset')
  const isUnknown = changed.closest('.answer-unknown') !== null
  if (!question || changed.type === 'radio' || (changed.type === 'checkbox' && !changed.checked)) return
  for (const other of question.querySelectorAll('input')) {
    if (other === changed || (other.closest('.answer-unknown') !== null) === isUnknown) continue
    if (other.type === 'checkbox') other.checked = false
    else other.value = ''
  }
}

/** What is answered, in the words that stand on the page. */
function wordsOf(step: HTMLElement): string {
  const written = step.querySelector<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input[type="text"], input:not([type])',
  )
  if (written?.value.trim()) return written.value.trim()
  return [...step.querySelectorAll<HTMLInputElement>('input:checked')]
    .map(input => input.parentElement?.querySelector('.choice-label')?.textContent ?? '')
    .join(', ')
}

/** Whether a written number can be one is for the server to say. */
const hasNumbers = (steps: readonly (HTMLElement | undefined)[]): boolean =>
  steps.some(step => Boolean(step?.querySelector<HTMLInputElement>('input[inputmode]')?.value))

/** Nothing of the last person stays on a tablet that somebody has walked away from. */
function beginAnewWhenIdle(home: string, idleMs: number) {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(beginAnew, idleMs)
  }
  const beginAnew = () => {
    // What was handed in and has not arrived yet waits for the network; its page shows no answers.
    if (form?.dataset.waits) return wait()
    location.replace(home)
  }
  for (const event of ['pointerdown', 'keydown', 'input', 'scroll']) window.addEventListener(event, wait)
  wait()
  // A page that the browser kept for the way back shows what the last person filled in.
  window.addEventListener('pageshow', event => {
    if (event.persisted) location.replace(home)
  })
}

/** The page was closed before the network was back: opened again, it goes on sending. */
function sendWhatWaits() {
  const page = tablet ? undefined : waitingPage(location.pathname)
  if (page) location.replace(page)
}

/** A code in a QR code's address stands after `#`, which is not sent. */
function writeCodeFromAddress() {
  const input = document.querySelector<HTMLInputElement>('input#code')
  if (!input || location.hash.length < 2) return
  input.value = decodeURIComponent(location.hash.slice(1))
  history.replaceState(null, '', location.pathname + location.search)
}
