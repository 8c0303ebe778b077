import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Languages a page can be shown in. Swedish is the source; every other catalogue has its type. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** The language of the page being rendered. Provided once, at the root of the page. */
export const LanguageContext = createContext<Language>('sv')
export const useLanguage = (): Language => useContext(LanguageContext)

/** One module's or component's texts: `sv` is the type, so a missing translation does not compile. */
export type Catalogue<Texts> = Record<Language, Texts>

/** The texts of a catalogue in the language of the page being rendered. */
export const useTexts = <Texts>(catalogue: Catalogue<Texts>): Texts => catalogue[useLanguage()]
