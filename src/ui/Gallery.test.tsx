import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { type Language, LanguageContext, languages } from '../platform/i18n/language.ts'
import type { Assets } from './assets.ts'
import { Gallery, galleryTitle, ProjectorExample } from './Gallery.tsx'
import { Layout } from './Layout.tsx'

const assets: Assets = {
  style: 'main-1.css',
  icon: 'mark-1.svg',
  font: 'font.woff2',
  islands: { live: 'live-1.js' },
}

const render = (language: Language, page: ComponentChild) =>
  renderToString(<LanguageContext.Provider value={language}>{page}</LanguageContext.Provider>)

const pages = languages.flatMap(language => [
  {
    name: `gallery, ${language}`,
    html: render(
      language,
      <Layout
        title={galleryTitle[language]}
        assets={assets}
        path="/ui"
        islands={['live']}
        navigation={[{ href: '/', label: 'Start', current: true }]}
        person={{ name: 'Processledare', role: 'Norra bygden' }}
        logOut="/log-out"
        banner="Demo"
      >
        <Gallery />
      </Layout>,
    ),
  },
  {
    name: `turnout, ${language}`,
    html: render(language, <ProjectorExample assets={assets} shows="turnout" />),
  },
  {
    name: `result, ${language}`,
    html: render(language, <ProjectorExample assets={assets} shows="result" />),
  },
])

const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`[\\s]${name}="([^"]*)"`, 'g'))].map(match => match[1] ?? '')

describe.each(pages)('$name', ({ html }) => {
  const ids = attribute(html, 'id')

  test('no id stands twice', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('what says that it is named or described by something, is', () => {
    const named = ['for', 'aria-labelledby', 'aria-describedby'].flatMap(name =>
      attribute(html, name).flatMap(value => value.split(' ')),
    )
    expect(named.filter(id => !ids.includes(id))).toEqual([])
  })

  test('every pattern that is drawn with is there', () => {
    const drawn = [...html.matchAll(/url\(#([^)]+)\)/g)].map(match => match[1] ?? '')
    expect(drawn.filter(id => !ids.includes(id))).toEqual([])
  })

  test('nothing has style or script in the page itself, so a strict security policy holds', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<style/)
    expect(html).not.toMatch(/\son\w+=/)
    expect(html).not.toMatch(/<script(?![^>]*src="\/assets\/)/)
  })

  test('it has one heading of the first level, and one main part', () => {
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
  })

  test('no text is missing', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })
})
