import { voteStatus } from '../modules/conference/messages/vote-status.ts'
import { formatTime } from '../platform/i18n/format.ts'
import { type Draft, forgetOtherDrafts, keepDraft, readDraft } from './support/ballot-draft.ts'
import { post } from './support/post.ts'

/**
 * Looks after the ballot on the phone: keeps what is filled in, sends it without leaving the page, and sends it again
 * when the network is back. Without this script the form is posted as any form.
 *
 * What is filled in lies in this browser's storage only, under the box's id, and goes to the server only as the ballot
 * itself, which carries no name.
 */

const firstPauseMs = 1_000
const longestPauseMs = 30_000
const retryMs = 3_000

const form = document.querySelector<HTMLFormElement>('form#ballot')
if (form) lookAfter(form)

function lookAfter(form: HTMLFormElement) {
  const box = form.action.slice(form.action.lastIndexOf('/') + 1)
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv'
  const t = voteStatus[language]
  const status = document.getElementById('ballot-status')
  const count = document.getElementById('ballot-count')
  const most = Number(count?.dataset.limit ?? 0)

  forgetOtherDrafts(box)
  let draft: Draft = readDraft(box) ?? { marks: '', scroll: 0, waits: false }
  let isClosed = false
  let isSending = false
  let pauseMs = firstPauseMs
  let timer: ReturnType<typeof setTimeout> | undefined

  const marks = () =>
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const time = (at: string) => formatTime(language, new Date(at))
  const say = (sentence: string) => {
    // The same sentence again is not said again.
    if (status && status.textContent !== sentence) status.textContent = sentence
  }

  function keep(change: Partial<Draft>) {
    draft = { ...draft, ...change }
    keepDraft(box, draft)
  }

  function tellState() {
    const { received } = draft
    if (isClosed) return say(received ? t.closedAfter(time(received.at)) : t.closed)
    if (isSending) return say(t.sending)
    if (draft.waits) return say(navigator.onLine ? t.busy : t.offline)
    if (received)
      return say(
        received.marks === draft.marks ? t.received(time(received.at)) : t.changed(time(received.at)),
      )
    say(draft.marks === '' ? '' : t.kept)
  }

  function tellCount() {
    if (!count) return
    const filled = new Set(marks().keys()).size
    if (most > 0) {
      count.textContent = t.chosen(filled, most) + (filled > most ? `. ${t.tooMany(filled - most)}` : '')
      return
    }
    const questions = form.querySelectorAll('fieldset').length
    count.textContent = t.answered(filled, questions)
  }

  function showAgain(saved: string) {
    for (const [name, value] of new URLSearchParams(saved)) {
      const input = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)
      if (input) input.checked = true
    }
  }

  /** Sends what is filled in now. Safe to do twice: the same right replaces its own ballot. */
  async function send() {
    clearTimeout(timer)
    if (isSending || isClosed) return
    isSending = true
    keep({ marks: marks().toString(), waits: true })
    tellState()
    const sent = draft.marks
    const answer = await post(form.action, sent)
    isSending = false
    if (answer === undefined || answer.status === 429 || answer.status >= 500) return sendLater()
    pauseMs = firstPauseMs
    if (answer.ok) {
      const { at } = (await answer.json()) as { at: string }
      keep({ waits: false, received: { marks: sent, at } })
      return tellState()
    }
    keep({ waits: false })
    if (answer.status === 409 && (await refusal(answer)) === 'box-closed') return close()
    // The server's own page says best what is wrong, and keeps what is filled in.
    form.submit()
  }

  function sendLater() {
    tellState()
    timer = setTimeout(() => void send(), pauseMs)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }

  function close() {
    clearTimeout(timer)
    isClosed = true
    tellState()
  }

  // Handed in without this script, as the server's page says.
  const at = status?.dataset.at
  if (at && at > (draft.received?.at ?? '')) keep({ received: { marks: draft.marks, at } })
  const isAnswered = document.querySelector('.error-summary') !== null
  if (isAnswered) keep({ marks: marks().toString(), waits: false })
  else showAgain(draft.marks)
  tellCount()
  tellState()
  if (draft.scroll > 0 && !isAnswered && !location.hash) window.scrollTo(0, draft.scroll)
  if (draft.waits) void send()

  form.addEventListener('change', () => {
    keep({ marks: marks().toString() })
    tellCount()
    tellState()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    pauseMs = firstPauseMs
    void send()
  })
  window.addEventListener('online', () => {
    pauseMs = firstPauseMs
    if (draft.waits) void send()
  })
  window.addEventListener('offline', tellState)
  window.addEventListener('pagehide', () => keep({ scroll: window.scrollY }))
  followTheVote(box, close)
}

/** Tells when the vote of this box has ended. The browser connects anew by itself. */
function followTheVote(box: string, ended: () => void) {
  const events = new EventSource('/take-part/events')
  events.addEventListener('message', event => {
    const { vote } = JSON.parse(event.data) as { vote: { boxId: string } | null }
    if (vote?.boxId === box) return
    events.close()
    ended()
  })
  events.addEventListener('error', () => {
    // After an answer that was no stream, such as while the server starts anew, the browser gives up by itself.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => followTheVote(box, ended), retryMs)
  })
}

const refusal = async (answer: Response): Promise<unknown> =>
  ((await answer.json().catch(() => ({}))) as { error?: unknown }).error
