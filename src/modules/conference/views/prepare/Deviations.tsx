import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { prepare } from '../../messages/prepare.ts'
import type { NotedDeviation } from '../../queries/preparation-steps.ts'

export interface DeviationsProps {
  readonly action: string
  readonly deviations: readonly NotedDeviation[]
  readonly mayLead: boolean
  readonly entered: Entered
  readonly errors: FieldErrors
}

/** What was done otherwise than planned, with a place to note more. */
export const Deviations = ({ action, deviations, mayLead, entered, errors }: DeviationsProps) => {
  const t = useTexts(prepare).deviation
  const language = useLanguage()
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  const hasErrors = Object.keys(errors).length > 0
  return (
    <Section id="deviations" heading={t.heading} lead={mayLead ? t.lead : t.leadForReaders}>
      {deviations.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.caption}
          captionHidden
          onPhone="stack"
          rows={deviations}
          rowKey={row => row.id}
          columns={[
            { key: 'what', label: t.whatShort, rowHeader: true, cell: row => row.what || t.otherRule },
            { key: 'reason', label: t.reasonShort, cell: row => row.reason },
            { key: 'round', label: t.round, cell: row => row.round ?? t.wholeConference },
            { key: 'when', label: t.when, cell: row => formatDate(language, row.notedAt) },
          ]}
        />
      )}
      {mayLead && (
        <Details summary={t.add} open={hasErrors}>
          <Form action={action} label={t.add}>
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
              rows={3}
              label={t.reason}
              value={value('reason')}
              error={errors.reason}
            />
            <ButtonRow>
              <Button variant="secondary">{t.save}</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </Section>
  )
}
