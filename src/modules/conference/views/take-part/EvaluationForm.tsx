import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { formatTime } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { ActionForm, Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { evaluation } from '../../messages/evaluation.ts'
import { evaluationForm } from '../../messages/evaluation-form.ts'
import { evaluationAnswers, evaluationQuestions } from '../../rules/after/evaluation.ts'
import { ExpertNavigation } from './ExpertNavigation.tsx'

export interface EvaluationFormModel {
  /**
   * `none`: not opened yet. `start`: this browser has not fetched its form. `form`: it has. `closed`: no more answers.
   */
  readonly state: 'none' | 'start' | 'form' | 'closed'
  readonly boxId: string | undefined
  readonly received: Date | undefined
  readonly entered: Entered
  readonly errors: FieldErrors
}

/** The experts' evaluation: six questions and a comment, answered by nobody in particular. */
export const EvaluationForm = (model: EvaluationFormModel) => {
  const language = useLanguage()
  const t = useTexts(evaluationForm)
  const { state, errors, received } = model
  return (
    <Page title={t.title} hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <ExpertNavigation current={null} />
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {received && state !== 'none' && (
        <Message kind="success" heading={t.received(formatTime(language, received))} isAnswer>
          {state === 'form' && t.again}
        </Message>
      )}
      {state === 'none' && <EmptyState heading={t.none.heading}>{t.none.text}</EmptyState>}
      {state === 'closed' && <EmptyState heading={t.closed.heading}>{t.closed.text}</EmptyState>}
      {state === 'start' && <Start boxId={model.boxId} />}
      {state === 'form' && <Questions {...model} />}
    </Page>
  )
}

const Start = ({ boxId }: { boxId: string | undefined }) => {
  const t = useTexts(evaluationForm)
  const kept = useTexts(evaluation).howItIsKept
  return (
    <>
      <p>{kept}</p>
      <ActionForm action="/take-part/evaluation/right" label={t.start} hidden={{ box: boxId }} large />
    </>
  )
}

const Questions = ({ boxId, entered, errors }: EvaluationFormModel) => {
  const t = useTexts(evaluation)
  const form = useTexts(evaluationForm)
  const text = (name: string) => (typeof entered[name] === 'string' ? entered[name] : undefined)
  return (
    <Form action={`/answer/${boxId}`}>
      <p>{t.howItIsKept}</p>
      {evaluationQuestions.map(question => {
        const words = t.question[question]
        const error = errors[question]
        return (
          <RadioGroup
            key={question}
            name={question}
            label={words.ask}
            value={text(question)}
            options={evaluationAnswers.map(answer => ({ value: answer, label: words[answer] }))}
            {...(error && { error })}
          />
        )
      })}
      <Field
        name="comment"
        type="textarea"
        label={t.comment}
        hint={t.commentHint}
        rows={5}
        optional
        value={text('comment')}
        {...(errors.comment && { error: errors.comment })}
      />
      <ButtonRow>
        <Button large>{form.send}</Button>
      </ButtonRow>
    </Form>
  )
}
