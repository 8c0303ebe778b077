import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { textIn } from '../../messages/answer-language.ts'
import { type Question, type Questionnaire, stepsOf } from '../../rules/questionnaire.ts'
import { revealing } from '../../rules/revealing-text.ts'
import type { Written } from '../../rules/sheet.ts'

/** What somebody has answered, before it is handed in. The island writes the answers in when it shows them. */
export const OwnAnswers = ({
  form,
  language,
  written,
  isShown,
}: {
  form: Questionnaire
  language: string
  written: Written
  isShown: boolean
}) => {
  const t = answerTexts(language)
  return (
    <section id="own-answers" hidden={!isShown}>
      <h1 tabindex={-1}>{t.review.title}</h1>
      <p>{t.review.lead}</p>
      <dl class="answer-review">
        {form.questions.map((question, index) => {
          const answer = written[question.id] ?? ''
          const text = textIn(question.text, language)
          const isRevealing = question.kind === 'text' && revealing(answer).length > 0
          return (
            <div key={question.id} data-review>
              <dt>{text}</dt>
              <dd dir="auto" data-none={t.review.none}>
                {wordsOf(question, answer, language) || t.review.none}
              </dd>
              {question.kind === 'text' && (
                <dd class="answer-reveals" data-reveals hidden={!isRevealing}>
                  <b>{t.reveals.heading}.</b> {t.reveals.text}
                </dd>
              )}
              <dd>
                <button type="submit" class="link-button" name="go" value={index}>
                  {t.review.change}
                  <VisuallyHidden> {t.review.changeAbout(text)}</VisuallyHidden>
                </button>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** An answer in the words that were chosen. */
function wordsOf(question: Question, written: string, language: string): string {
  if (question.kind === 'text' || written === '') return written
  if (question.unknown && written === question.unknown.value) return textIn(question.unknown.label, language)
  if (question.kind === 'number')
    return `${written} ${question.unit ? textIn(question.unit, language) : ''}`.trim()
  const options = question.kind === 'scale' ? stepsOf(question) : question.options
  return written
    .split('|')
    .map(value => {
      const label = options.find(option => String(option.value) === value)?.label
      return label ? textIn(label, language) : value
    })
    .join(', ')
}
