import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { StatusLine } from '../../../../ui/StatusLine.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { textIn } from '../../messages/answer-language.ts'
import type { Asked } from '../../queries/answering.ts'
import type { Place } from '../../rules/answer-steps.ts'
import type { SheetProblem, Written } from '../../rules/sheet.ts'
import { AnswerFrame } from './AnswerFrame.tsx'
import { OwnAnswers } from './OwnAnswers.tsx'
import { QuestionFields } from './QuestionFields.tsx'

export interface AnswerPageModel {
  readonly asked: Asked
  readonly language: string
  readonly home: string
  readonly isTablet: boolean
  /** Whose page it is, made of the right. */
  readonly visit: string
  readonly place: Place
  readonly written: Written
  readonly problems: readonly SheetProblem[]
}

/**
 * The questions. All of them are always in the form, so that every answer travels with it; those that are not shown are
 * hidden. The island `answer` shows and hides them by itself, so that a phone needs no network between two questions.
 */
export const AnswerPage = (model: AnswerPageModel) => {
  const { asked, language, home, place, written, problems, visit } = model
  const t = answerTexts(language)
  const { questions, title } = asked.form
  const isReview = place.at === questions.length
  const isAll = place.view === 'all' && !isReview
  const current = questions[place.at]
  const heading = isReview ? t.review.title : textIn(isAll || !current ? title : current.text, language)
  return (
    <AnswerFrame title={heading} language={language} islands={['answer']} hasErrors={problems.length > 0}>
      <Form action={`${home}/fragor`} id="answers">
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="visit" value={visit} />
        <input type="hidden" name="view" value={place.view} />
        <input type="hidden" name="at" value={place.at} />
        {place.reviewed && <input type="hidden" name="reviewed" value="yes" />}
        {/* What Enter in a field presses, whatever else there is. */}
        <button
          type="submit"
          name="go"
          value={isReview ? 'hand-in' : isAll ? 'check' : 'next'}
          hidden
          data-enter
        />
        {problems.length > 0 && (
          <div class="error-summary" role="alert" tabindex={-1} autofocus>
            <h2>{t.wrong.heading}</h2>
            <ul>
              {problems.map(({ question }) => (
                <li key={question}>
                  <a href={`#answer-${question}`}>
                    {textIn(questions.find(one => one.id === question)?.text ?? title, language)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {isAll && <h1>{textIn(title, language)}</h1>}
        {questions.map((question, index) => (
          <div key={question.id} class="answer-step" data-step hidden={!isAll && index !== place.at}>
            <QuestionFields
              question={question}
              language={language}
              name={`answer-${question.id}`}
              written={written[question.id] ?? ''}
              problem={problems.find(problem => problem.question === question.id)?.problem}
              heading={isAll ? 'h2' : 'h1'}
            />
            {question.kind === 'text' && <Revealing language={language} />}
            <p class="answer-progress">
              <progress value={index + 1} max={questions.length} aria-hidden="true" />
              {t.question(index + 1, questions.length)}
            </p>
          </div>
        ))}
        <OwnAnswers form={asked.form} language={language} written={written} isShown={isReview} />
        <StatusLine id="answer-status" />
        <ButtonRow>
          <Shown name="next" isShown={!isAll && !isReview}>
            <Button large name="go" value="next">
              {t.next}
            </Button>
          </Shown>
          <Shown name="check" isShown={isAll}>
            <Button large name="go" value="check">
              {t.check}
            </Button>
          </Shown>
          <Shown name="hand-in" isShown={isReview}>
            <Button large name="go" value="hand-in">
              {t.review.handIn}
            </Button>
          </Shown>
          <Shown name="back" isShown={isReview || (!isAll && place.at > 0)}>
            <Button large variant="secondary" name="go" value="back">
              {t.back}
            </Button>
          </Shown>
          <Shown name="skip" isShown={!isAll && !isReview && !current?.required}>
            <Button large variant="quiet" name="go" value="skip">
              {t.skip}
            </Button>
          </Shown>
          <Shown name="to-check" isShown={!isAll && !isReview && place.reviewed}>
            <Button large variant="secondary" name="go" value="check">
              {t.toCheck}
            </Button>
          </Shown>
        </ButtonRow>
        <p data-shown="view" hidden={isReview}>
          <button type="submit" class="link-button" name="go" value={isAll ? 'one' : 'all'}>
            {isAll ? t.one : t.all}
          </button>
        </p>
      </Form>
    </AnswerFrame>
  )
}

const Shown = ({ name, isShown, children }: { name: string; isShown: boolean; children: preact.VNode }) => (
  <span data-shown={name} hidden={!isShown}>
    {children}
  </span>
)

/** Shown by the island while a text holds something that looks like a name or a number. */
const Revealing = ({ language }: { language: string }) => {
  const t = answerTexts(language).reveals
  return (
    <div role="status">
      <p class="answer-reveals" data-reveals hidden>
        <b>{t.heading}.</b> {t.text}
      </p>
    </div>
  )
}
