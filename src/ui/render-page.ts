import type { Context, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, LanguageContext } from '../platform/i18n/language.ts'
import { type Frame, FrameContext } from './Page.tsx'

/** The whole HTML document of a view that begins with a `Page`. */
export function renderPage(view: VNode, language: Language, frame: Frame): string {
  const html = renderToString(view, { ...given(LanguageContext, language), ...given(FrameContext, frame) })
  return `<!doctype html>${html}`
}

/**
 * What a Provider around the page would give, handed to the renderer from the start. A Provider remembers each component
 * that reads from it, to tell it of changes; V8 then kept the components of every page until its next full collection,
 * and a page of 137 rows took three times as long. On the server nothing changes while a page is rendered.
 */
function given<Value>(context: Context<Value>, value: Value) {
  // The name that Preact finds a context under.
  const { __c: name } = context as unknown as { readonly __c: string }
  return { [name]: { props: { value }, sub: forget } }
}

const forget = () => {}
