import type { ComponentChildren } from 'preact'
import { type Language, languages, useLanguage, useTexts } from '../platform/i18n/language.ts'
import { type Assets, assetPath, islandPath } from './assets.ts'
import { Icon } from './Icon.tsx'
import { Logo } from './Logo.tsx'
import { messages } from './messages.ts'
import { type NavigationLink, NavigationList } from './NavigationList.tsx'

const languageNames: Record<Language, string> = { sv: 'Svenska', en: 'English' }

export interface DocumentProps {
  /** The page's heading in words; the product's name is added after it. */
  readonly title: string
  readonly assets: Assets
  /** Names of islands, not addresses. */
  readonly islands?: readonly string[]
  /** True puts "Fel:" first in the title, so that it is heard first after a form was sent. */
  readonly hasErrors?: boolean
  /** Forces a theme. Without it, the reader's own setting holds. */
  readonly theme?: 'light' | 'dark'
  /** The page's language by BCP 47, where it is another than those that the product is written in. */
  readonly spoken?: { readonly language: string; readonly direction: 'ltr' | 'rtl' }
  /** Where the page goes on to by itself without script. With script, an island can wait for who is still there. */
  readonly refresh?: { readonly seconds: number; readonly href: string } | undefined
}

export interface LayoutProps extends DocumentProps {
  /** Path and query of this page; the language switch comes back to it. */
  readonly path: string
  readonly navigation?: readonly NavigationLink[]
  /** Who is logged in; `role` in words. */
  readonly person?: { readonly name: string; readonly role?: string }
  /** Where the log-out form posts. Shown when there is a person. */
  readonly logOut?: string
  /** Where to log in. Shown when there is no person. */
  readonly logIn?: string
  /** One line above everything: what the reader must know about this installation, such as that it is a demo. */
  readonly banner?: ComponentChildren
  /** `wide` for tables and boards; text stays readable in `normal`. */
  readonly width?: 'normal' | 'wide'
  /** Address of this page in a language. Default: the same path with `?lang=`. */
  readonly languageHref?: (language: Language) => string
  /** Links at the bottom. */
  readonly footerLinks?: readonly NavigationLink[]
  readonly children: ComponentChildren
}

/** The same page in another language: keeps path and query, sets `lang`. */
export function withLanguage(path: string, language: Language): string {
  const [address = '', query = ''] = path
    .split('#', 1)
    .join('')
    .split(/\?(.*)/s)
  const parameters = new URLSearchParams(query)
  parameters.set('lang', language)
  return `${address}?${parameters}`
}

/** `<html>` and `<head>`, shared by every kind of page. Has no inline script or style: the security policy forbids both. */
export const Document = ({
  title,
  assets,
  islands = [],
  hasErrors,
  theme,
  spoken,
  refresh,
  rootClass,
  children,
}: DocumentProps & { rootClass?: string; children: ComponentChildren }) => {
  const language = useLanguage()
  const t = useTexts(messages)
  const whole = title === t.product ? title : `${title} – ${t.product}`
  return (
    <html lang={spoken?.language ?? language} dir={spoken?.direction} class={rootClass} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <title>{hasErrors ? `${t.layout.errorInTitle} ${whole}` : whole}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        <link
          rel="preload"
          href={assetPath(assets.font)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={assetPath(assets.style)} />
        <link rel="icon" href={assetPath(assets.icon)} type="image/svg+xml" />
        {refresh && (
          <noscript>
            <meta http-equiv="refresh" content={`${refresh.seconds};url=${refresh.href}`} />
          </noscript>
        )}
        {islands.map(island => (
          <script key={island} type="module" src={islandPath(assets, island)} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}

const LanguageSwitch = ({ href }: { href: (language: Language) => string }) => {
  const current = useLanguage()
  const t = useTexts(messages)
  return (
    <nav class="languages" aria-label={t.layout.language}>
      <ul>
        {languages.map(language => (
          <li key={language}>
            {language === current ? (
              <span aria-current="true">{languageNames[language]}</span>
            ) : (
              <a href={href(language)} hreflang={language} lang={language}>
                {languageNames[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Account = ({ person, logOut, logIn }: Pick<LayoutProps, 'person' | 'logOut' | 'logIn'>) => {
  const t = useTexts(messages)
  if (!person) return logIn ? <a href={logIn}>{t.layout.logIn}</a> : null
  return (
    <div class="account">
      <p>
        <Icon name="person" />
        <span>
          <span class="sr-only">{t.layout.loggedInAs} </span>
          <b>{person.name}</b>
          {person.role && <span class="account-role"> {person.role}</span>}
        </span>
      </p>
      {logOut && (
        <form method="post" action={logOut}>
          <button class="link-button" type="submit">
            {t.layout.logOut}
          </button>
        </form>
      )}
    </div>
  )
}

/** Every page but the projector's: skip link, header, the page, footer. */
export const Layout = ({
  path,
  navigation = [],
  person,
  logOut,
  logIn,
  banner,
  width = 'normal',
  languageHref,
  footerLinks = [],
  children,
  ...document
}: LayoutProps) => {
  const t = useTexts(messages)
  return (
    <Document {...document} rootClass={width === 'wide' ? 'wide' : undefined}>
      <a class="skip" href="#main">
        {t.layout.skip}
      </a>
      <header class="site-header">
        {banner && <div class="banner">{banner}</div>}
        <div class="site-header-inner">
          <a class="site-home" href="/" aria-label={t.layout.home}>
            <Logo />
          </a>
          <div class="site-tools">
            <LanguageSwitch href={languageHref ?? (language => withLanguage(path, language))} />
            <Account person={person} logOut={logOut} logIn={logIn} />
          </div>
          {navigation.length > 0 && (
            <nav class="site-navigation" aria-label={t.layout.navigation}>
              <NavigationList links={navigation} />
            </nav>
          )}
        </div>
      </header>
      <main id="main" class="page" tabindex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <div class="site-footer-inner">
          <p>{t.layout.footer}</p>
          {footerLinks.length > 0 && (
            <ul>
              {footerLinks.map(link => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </footer>
    </Document>
  )
}
