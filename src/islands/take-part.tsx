import { render } from 'preact'
import { HappeningNow, type HappeningNowModel } from '../modules/conference/views/take-part/HappeningNow.tsx'
import { LanguageContext } from '../platform/i18n/language.ts'

/** Keeps "what happens now" up to date: the same component as the server's, rendered from each message. */
const part = document.getElementById('happening-now')
if (part) {
  const { received } = JSON.parse(part.dataset.model ?? '{}') as HappeningNowModel
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv'
  let shown = ''
  new EventSource('/take-part/events').addEventListener('message', event => {
    // What the page already says is not rendered and announced once more.
    if (event.data === shown) return
    shown = event.data
    render(
      <LanguageContext.Provider value={language}>
        <HappeningNow happening={JSON.parse(event.data)} received={received} />
      </LanguageContext.Provider>,
      part,
    )
  })
}
