import { type ComponentType, render } from 'preact'
import { ConsoleNow, type LiveProps } from '../modules/conference/views/lead/ConsoleNow.tsx'
import { LanguageContext, languages } from '../platform/i18n/language.ts'
import type { Connection } from '../ui/LiveStatus.tsx'

/** Keeps the live regions of a page as things are now, with the same components that the server rendered them with. */
// biome-ignore lint/suspicious/noExplicitAny: each component knows its own model; here it is whatever the server sent
const components: Readonly<Record<string, ComponentType<LiveProps<any>>>> = { console: ConsoleNow }

const language = languages.find(one => one === document.documentElement.lang) ?? 'sv'
/** How long until another try, where the browser itself has given up. */
const retryMs = 3_000

function follow(region: HTMLElement) {
  const Component = components[region.dataset.live ?? '']
  const address = region.dataset.events
  if (!Component || !address) return
  let model: unknown
  let ahead = 0
  const now = () => Date.now() + ahead

  function draw(connection: Connection) {
    // Before the first message the page stands as it was sent, with its way to refresh.
    if (model === undefined || !Component) return
    const hadFocus = region.contains(document.activeElement)
    render(
      <LanguageContext.Provider value={language}>
        <Component model={model} connection={connection} now={now} />
      </LanguageContext.Provider>,
      region,
    )
    // What had the focus is gone: it goes to what came instead, and not to the top of the page.
    if (hadFocus && !region.contains(document.activeElement)) {
      const heading = region.querySelector<HTMLElement>('h2, h1')
      heading?.setAttribute('tabindex', '-1')
      heading?.focus({ preventScroll: true })
    }
  }

  function connect() {
    const source = new EventSource(address ?? '')
    source.addEventListener('clock', event => {
      ahead = Number((event as MessageEvent<string>).data) - Date.now()
    })
    source.addEventListener('message', event => {
      model = JSON.parse((event as MessageEvent<string>).data)
      draw('following')
    })
    source.addEventListener('error', () => {
      draw('lost')
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, retryMs)
    })
  }
  connect()
}

for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) follow(region)
