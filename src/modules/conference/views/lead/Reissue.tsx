import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { lead } from '../../messages/lead.ts'
import { leadForms } from '../../messages/lead-forms.ts'

export interface ReissueModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly number: number
  /** All experts of the conference: who has taken a ballot is not shown. */
  readonly experts: readonly { readonly id: string; readonly number: number; readonly name: string }[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly problem?: string
}

/** A new ballot for somebody whose phone is lost. */
export const Reissue = ({ conference, number, experts, entered, errors, problem }: ReissueModel) => {
  const t = useTexts(leadForms).reissue
  const l = useTexts(lead)
  const c = useTexts(conferenceMessages)
  const base = `/conferences/${conference.id}`
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  return (
    <Page
      title={`${t.title} – ${conference.name}`}
      hasErrors={problem !== undefined || Object.keys(errors).length > 0}
    >
      <Breadcrumb
        links={[
          { href: '/conferences', label: c.conferences },
          { href: base, label: conference.name },
          { href: `${base}/lead`, label: l.console.title },
        ]}
        here={t.title}
      />
      <ErrorSummary errors={errors}>{problem}</ErrorSummary>
      <PageHeading above={l.console.round(number)} lead={t.lead}>
        {t.title}
      </PageHeading>
      <Message kind="warning">{t.warning}</Message>
      <Form action={`${base}/rounds/${number}/reissue`}>
        <Select
          name="expert"
          label={t.who}
          placeholder={t.choose}
          options={experts.map(one => ({ value: one.id, label: t.expert(one.number, one.name) }))}
          value={value('expert')}
          error={errors.expert}
        />
        <Field
          name="reason"
          type="textarea"
          label={t.reason}
          hint={t.reasonHint}
          value={value('reason')}
          error={errors.reason}
          maxLength={2000}
        />
        <ButtonRow>
          <Button>{t.save}</Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
