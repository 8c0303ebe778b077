import { answerTexts } from '../../messages/answer.ts'
import { directionOf, respondentLanguages } from '../../messages/answer-language.ts'
import { AnswerFrame } from './AnswerFrame.tsx'

export type Notice = 'closed' | 'unknown' | 'lost' | 'needed'

/** Why one cannot answer here, and what to do instead. */
export const AnswerNotice = ({
  notice,
  language,
  path,
  home,
}: {
  notice: Notice
  language: string
  /** This page, for the choice of language; without it there is none. */
  path?: string
  /** Where one begins anew. */
  home?: string
}) => {
  const t = answerTexts(language)
  const words: { title: string; text: string; link?: string } =
    notice === 'needed' ? t.code.needed : t[notice]
  const way = notice === 'lost' ? home : notice === 'closed' ? undefined : `/svara?sprak=${language}`
  return (
    <AnswerFrame
      title={words.title}
      language={language}
      {...(path && {
        languages: { offered: respondentLanguages, href: (one: string) => `${path}?sprak=${one}` },
      })}
    >
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {way && words.link && (
        <p>
          <a href={way} dir={directionOf(language)}>
            {words.link}
          </a>
        </p>
      )}
    </AnswerFrame>
  )
}
