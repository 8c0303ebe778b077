import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkboxes.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { reportPage } from '../../messages/report-page.ts'

export interface PublishingModel {
  readonly conferenceId: string
  readonly isPublished: boolean
  readonly unfinished: readonly number[]
  readonly evaluationOpen: boolean
  readonly argumentCount: number
  readonly commentCount: number
  readonly errors: FieldErrors
  readonly entered: Entered
}

/** Makes the report public; afterwards, puts it right. */
export const Publishing = (model: PublishingModel) => (
  <Panel tone="now">{model.isPublished ? <Correct {...model} /> : <Publish {...model} />}</Panel>
)

const Publish = ({
  conferenceId,
  unfinished,
  evaluationOpen,
  argumentCount,
  commentCount,
  errors,
}: PublishingModel) => {
  const page = useTexts(reportPage)
  const t = page.publish
  return (
    <Section heading={t.heading} id="publish">
      <p>{t.text}</p>
      <ul>
        <li>{t.shows}</li>
        <li>{t.hides}</li>
      </ul>
      {argumentCount + commentCount > 0 && <p>{t.check(argumentCount, commentCount)}</p>}
      {(unfinished.length > 0 || evaluationOpen) && (
        <Message kind="warning" heading={t.notYet}>
          {unfinished.length > 0 && <p>{page.refusal['round-not-published']}</p>}
          {evaluationOpen && <p>{page.refusal['evaluation-open']}</p>}
        </Message>
      )}
      <Form action={`/conferences/${conferenceId}/publish`}>
        <Checkbox name="confirm" label={t.confirm} {...(errors.confirm && { error: errors.confirm })} />
        <ButtonRow>
          <Button>{t.button}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

const Correct = ({ conferenceId, errors, entered }: PublishingModel) => {
  const t = useTexts(reportPage).correct
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  return (
    <Section heading={t.heading} id="correct" lead={t.lead}>
      <Form action={`/conferences/${conferenceId}/report/corrections`}>
        <Field
          name="what"
          type="textarea"
          rows={3}
          label={t.what}
          value={value('what')}
          error={errors.what}
        />
        <Field
          name="reason"
          type="textarea"
          rows={2}
          label={t.reason}
          value={value('reason')}
          error={errors.reason}
        />
        <ButtonRow>
          <Button variant="secondary">{t.button}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
