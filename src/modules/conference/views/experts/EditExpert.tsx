import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { ActionForm, Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import type { ExpertsRefusal } from '../../commands/experts.ts'
import { expertMessages } from '../../messages/experts.ts'
import type { ListedExpert } from '../../queries/experts.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { ExpertFields } from './ExpertFields.tsx'

export interface EditExpertModel {
  readonly conference: { readonly id: string; readonly name: string }
  /** Undefined: a new one. */
  readonly expert: ListedExpert | undefined
  readonly associations: readonly string[]
  readonly roles: readonly string[]
  readonly mayRemove: boolean
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: ExpertsRefusal
}

const answers = ['', 'accepted', 'declined'] as const

export const EditExpert = (model: EditExpertModel) => {
  const { conference, expert, associations, roles, mayRemove, entered, errors, refusal } = model
  const t = useTexts(expertMessages)
  const list = `/conferences/${conference.id}/experts`
  const path = expert ? `${list}/${expert.id}` : `${list}/new`
  const title = expert ? t.edit.title(expert.number) : t.new.title
  return (
    <PreparePage
      conference={conference}
      part="experts"
      title={title}
      isBelow
      mayLead
      hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors}>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      <PageHeading {...(expert ? { above: title } : { lead: t.new.lead })}>
        {expert ? expert.name : title}
      </PageHeading>
      <Form action={path}>
        <ExpertFields entered={entered} errors={errors} associations={associations} roles={roles} />
        {expert && (
          <RadioGroup
            name="answered"
            label={t.field.answered}
            hint={t.field.answeredHint}
            options={answers.map(value => ({ value, label: t.field.answers[value] }))}
            value={typeof entered.answered === 'string' ? entered.answered : ''}
          />
        )}
        <ButtonRow>
          <Button>{expert ? t.edit.save : t.new.save}</Button>
        </ButtonRow>
      </Form>
      {expert && mayRemove && (
        <Details summary={t.edit.remove}>
          <p>{t.edit.removeLead}</p>
          <ActionForm action={`${path}/remove`} label={t.edit.removeSave(expert.name)} variant="danger" />
        </Details>
      )}
      <p>
        <a href={list}>{t.edit.back}</a>
      </p>
    </PreparePage>
  )
}
