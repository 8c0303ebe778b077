import type { ComponentChildren } from 'preact'
import { PlainPage } from '../../../../ui/Page.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { directionOf, nameOf } from '../../messages/answer-language.ts'

export interface AnswerFrameProps {
  readonly title: string
  readonly language: string
  /** Where the page is in another language; without it, the language stays. */
  readonly languages?: { readonly offered: readonly string[]; readonly href: (language: string) => string }
  readonly islands?: readonly string[]
  readonly refresh?: { readonly seconds: number; readonly href: string } | undefined
  readonly hasErrors?: boolean
  readonly children: ComponentChildren
}

/** What stands around every page of a respondent: the mark, and the languages where one can still choose. */
export const AnswerFrame = ({
  title,
  language,
  languages,
  hasErrors,
  children,
  ...page
}: AnswerFrameProps) => {
  const t = answerTexts(language)
  return (
    <PlainPage
      {...page}
      title={hasErrors ? `${t.wrong.heading}: ${title}` : title}
      spoken={{ language, direction: directionOf(language) }}
      tools={
        languages &&
        languages.offered.length > 1 && (
          <nav class="plain-languages" aria-label={t.language}>
            <ul>
              {languages.offered.map(one => (
                <li key={one}>
                  <a
                    href={languages.href(one)}
                    lang={one}
                    dir={directionOf(one)}
                    hreflang={one}
                    aria-current={one === language ? 'true' : undefined}
                  >
                    {nameOf(one)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )
      }
    >
      {children}
    </PlainPage>
  )
}
