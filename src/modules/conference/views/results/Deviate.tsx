import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { leadForms } from '../../messages/lead-forms.ts'
import { results } from '../../messages/results.ts'
import { ruleSentences } from '../../messages/rule-sentences.ts'
import type { VotingRule } from '../../rules/rounds/rule.ts'
import { RuleText } from '../lead/RuleText.tsx'
import { ResultFrame } from './ResultFrame.tsx'
import { ThresholdFields } from './ThresholdFields.tsx'

export interface DeviateModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly number: number
  readonly locked: VotingRule
  readonly hash: string
  readonly kinds: readonly string[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly problem?: string
}

/** Other limits than the locked rule's, with a reason that everybody will read. */
export const Deviate = (model: DeviateModel) => {
  const { conference, number, locked, hash, kinds, entered, errors, problem } = model
  const language = useLanguage()
  const t = useTexts(leadForms).deviate
  const r = useTexts(results)
  const reason = typeof entered.reason === 'string' ? entered.reason : ''
  return (
    <ResultFrame
      conference={conference}
      number={number}
      title={t.title}
      isStaff
      isBelow
      hasErrors={problem !== undefined || Object.keys(errors).length > 0}
    >
      <ErrorSummary errors={errors}>{problem}</ErrorSummary>
      <PageHeading above={`${conference.name}. ${r.title(number)}`} lead={t.lead}>
        {t.title}
      </PageHeading>
      <Columns layout="aside">
        <Form action={`/conferences/${conference.id}/rounds/${number}/deviate`}>
          <ThresholdFields ballot={locked.ballot} kinds={kinds} entered={entered} errors={errors} />
          <Field
            name="reason"
            type="textarea"
            label={t.reason}
            hint={t.reasonHint}
            value={reason}
            error={errors.reason}
            maxLength={2000}
          />
          <p>{t.cannotUndo}</p>
          <ButtonRow>
            <Button>{t.save}</Button>
            <LinkButton href={`/conferences/${conference.id}/lead`} variant="quiet">
              {t.back}
            </LinkButton>
          </ButtonRow>
        </Form>
        <Stack>
          <Section heading={t.locked}>
            <RuleText rule={ruleSentences(locked, language)} hash={hash} />
          </Section>
          <Section heading={t.tryFirst}>
            <p>{t.tryFirstText}</p>
            <p>
              <a href={`/conferences/${conference.id}/rounds/${number}/what-if`}>{r.whatIf}</a>
            </p>
          </Section>
        </Stack>
      </Columns>
    </ResultFrame>
  )
}
