import { LinkButton } from '../../../../ui/Button.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { textIn } from '../../messages/answer-language.ts'
import type { Asked } from '../../queries/answering.ts'
import { AnswerFrame } from './AnswerFrame.tsx'

const resetSeconds = 15

/** The answers are received. A tablet that many use begins anew by itself, also without script. */
export const AnswerThanks = ({
  asked,
  language,
  home,
  isTablet,
}: {
  asked: Asked
  language: string
  home: string
  isTablet: boolean
}) => {
  const t = answerTexts(language).thanks
  const title = textIn(asked.form.thanks, language)
  const again = `${home}?sprak=${language}`
  return (
    <AnswerFrame
      title={title}
      language={language}
      islands={['answer']}
      refresh={isTablet ? { seconds: resetSeconds, href: home } : undefined}
    >
      <h1 data-thanks={isTablet ? resetSeconds : ''}>{title}</h1>
      <p>{t.received}</p>
      {isTablet ? (
        <>
          <p>{t.next}</p>
          <LinkButton href={home} large>
            {t.nextLink}
          </LinkButton>
        </>
      ) : (
        <p>
          {t.change} <a href={again}>{t.changeLink}</a>
        </p>
      )}
    </AnswerFrame>
  )
}
