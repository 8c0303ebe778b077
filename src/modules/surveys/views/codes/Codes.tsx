import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { codeMessages } from '../../messages/codes.ts'
import { waveMessages } from '../../messages/waves.ts'
import type { WaveSummary, WaveUnit } from '../../queries/waves.ts'
import { countField } from '../../schema/code-forms.ts'

export interface CodesModel {
  readonly wave: WaveSummary
  readonly units: readonly WaveUnit[]
  readonly mailIsSet: boolean
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly done?: keyof (typeof codeMessages)['sv']['done'] | undefined
  readonly refusal?: keyof (typeof codeMessages)['sv']['refusal'] | undefined
}

export const Codes = (model: CodesModel) => {
  const { wave, units, mailIsSet, errors, done, refusal } = model
  const t = useTexts(codeMessages)
  const w = useTexts(waveMessages)
  const home = `/surveys/${wave.id}`
  return (
    <Page title={t.title} hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}>
      <Breadcrumb
        links={[
          { href: '/surveys', label: w.surveys },
          { href: home, label: wave.name },
        ]}
        here={t.title}
      />
      <ErrorSummary errors={errors}>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading above={wave.name} lead={t.lead}>
        {t.title}
      </PageHeading>
      <Table
        caption={t.caption}
        width="content"
        rows={units}
        rowKey={unit => unit.id}
        columns={[
          { key: 'unit', label: t.unit, rowHeader: true, cell: unit => unit.initiative ?? w.whole },
          { key: 'codes', label: t.codes, numeric: true, cell: unit => unit.codes },
          { key: 'letters', label: t.letters, numeric: true, cell: unit => unit.letters },
        ]}
      />
      <OnPaper {...model} home={home} />
      <Section heading={t.mail.heading} lead={mailIsSet ? t.mail.lead : t.mail.noMail}>
        {mailIsSet && <ByLetter {...model} home={home} />}
      </Section>
    </Page>
  )
}

const valueIn = (entered: Entered, name: string) => {
  const value = entered[name]
  return typeof value === 'string' ? value : undefined
}

const OnPaper = ({ units, entered, errors, home }: CodesModel & { home: string }) => {
  const t = useTexts(codeMessages)
  const w = useTexts(waveMessages)
  return (
    <Section heading={t.paper.heading} lead={t.paper.lead}>
      <Form action={`${home}/codes/paper`} label={t.paper.heading}>
        {units.map(unit => (
          <Field
            key={unit.id}
            name={countField(unit.id)}
            label={t.paper.count(unit.initiative ?? w.whole)}
            inputMode="numeric"
            width="tiny"
            value={
              valueIn(entered, countField(unit.id)) ?? String(Math.max(0, (unit.expected ?? 0) - unit.codes))
            }
            error={errors[countField(unit.id)]}
          />
        ))}
        <ButtonRow>
          <Button>{t.paper.page}</Button>
          <Button variant="secondary" name="as" value="pdf">
            {t.paper.pdf}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

const ByLetter = ({ wave, units, entered, errors, home }: CodesModel & { home: string }) => {
  const t = useTexts(codeMessages)
  const w = useTexts(waveMessages)
  const language = useLanguage()
  return (
    <>
      <Form action={`${home}/codes/letters`} label={t.mail.heading}>
        <Select
          name="unit"
          label={t.mail.unit}
          width="full"
          value={valueIn(entered, 'unit')}
          error={errors.unit}
          options={units.map(unit => ({ value: unit.id, label: unit.initiative ?? w.whole }))}
        />
        <Field
          name="emails"
          type="textarea"
          rows={6}
          label={t.mail.emails}
          hint={`${t.mail.emailsHint} ${t.mail.kept}`}
          value={valueIn(entered, 'emails')}
          error={errors.emails}
          spellcheck={false}
        />
        <ButtonRow>
          <Button variant="secondary">{t.mail.send}</Button>
        </ButtonRow>
      </Form>
      {wave.state === 'open' && units.some(unit => unit.letters > 0) && (
        <Confirm id="remind" action={`${home}/codes/remind`} label={t.mail.remind} variant="secondary">
          <p>{t.mail.remindAsks}</p>
        </Confirm>
      )}
      {wave.remindedOn && <p>{t.mail.reminded(formatDate(language, wave.remindedOn))}</p>}
    </>
  )
}
