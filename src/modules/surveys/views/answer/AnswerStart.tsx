import { Button } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { textIn } from '../../messages/answer-language.ts'
import type { Asked } from '../../queries/answering.ts'
import { AnswerFrame } from './AnswerFrame.tsx'

export interface AnswerStartModel {
  readonly asked: Asked
  readonly language: string
  /** Where these pages are: `/svara/LINK`, with `/surfplatta` on a tablet that many use. */
  readonly home: string
  /** This browser has handed in answers already. */
  readonly isAgain: boolean
}

/** What a respondent meets first: what it is about, that nobody sees who answers, and how long it takes. */
export const AnswerStart = ({ asked, language, home, isAgain }: AnswerStartModel) => {
  const t = answerTexts(language)
  const { form } = asked
  const minutes = Math.max(2, Math.round(form.questions.length / 2))
  const title = textIn(form.title, language)
  return (
    <AnswerFrame
      title={title}
      language={language}
      languages={{ offered: form.languages, href: one => `${home}?sprak=${one}` }}
      islands={['answer']}
    >
      <h1>{title}</h1>
      {isAgain && <p class="answer-again">{t.start.again}</p>}
      <p>{textIn(form.introduction, language)}</p>
      <ul class="answer-facts">
        <li>{t.start.asks(asked.association, asked.initiative)}</li>
        <li>{t.start.anonymous}</li>
        <li>{t.start.length(form.questions.length, minutes)}</li>
      </ul>
      <Form action={home}>
        <input type="hidden" name="language" value={language} />
        <Button large>{isAgain ? t.start.againButton : t.start.button}</Button>
      </Form>
      {form.owner.about && <p class="answer-about">{textIn(form.owner.about, language)}</p>}
    </AnswerFrame>
  )
}
