import { render, type VNode } from 'preact'
import { LanguageContext, languages } from '../../platform/i18n/language.ts'
import type { Connection } from '../../ui/LiveStatus.tsx'

const language = languages.find(one => one === document.documentElement.lang) ?? 'sv'
export interface Live<Model> {
  readonly model: Model
  readonly connection: Connection
  /** The server's time now, in milliseconds. */
  readonly now: () => number
}

/** How long until another try, where the browser itself has given up. */
const retryMs = 3_000

/**
 * Keeps a live region as things are now, with the same component that the server rendered it with.
 * @param view what the region shows, from what the server sent
 */
function follow<Model>(region: HTMLElement, view: (live: Live<Model>) => VNode) {
  const address = region.dataset.events ?? ''
  let model: Model | undefined
  let ahead = 0
  let isDrawn = false
  const now = () => Date.now() + ahead

  function draw(connection: Connection) {
    // Before the first message the page stands as it was sent, with its way to refresh.
    if (model === undefined) return
    const hadFocus = region.contains(document.activeElement)
    // The first drawing takes over what the server sent, and would shut what the reader has opened meanwhile.
    const opened = isDrawn
      ? []
      : [...region.querySelectorAll('details')].filter(one => one.open).map(one => ({ one, id: one.id }))
    render(
      <LanguageContext.Provider value={language}>
        {view({ model, connection, now })}
      </LanguageContext.Provider>,
      region,
    )
    isDrawn = true
    for (const { one, id } of opened) if (one.id === id) one.open = true
    // What had the focus is gone: it goes to what came instead, and not to the top of the page.
    if (hadFocus && !region.contains(document.activeElement)) {
      const heading = region.querySelector<HTMLElement>('h2, h1')
      heading?.setAttribute('tabindex', '-1')
      heading?.focus({ preventScroll: true })
    }
  }

  function connect() {
    const source = new EventSource(address)
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

/** Follows each region of this name on the page. */
export function followAll<Model>(name: string, view: (live: Live<Model>) => VNode) {
  for (const region of document.querySelectorAll<HTMLElement>(`[data-live="${name}"]`)) follow(region, view)
}
