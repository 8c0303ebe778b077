import type { FieldErrors } from '../../../../platform/http/form.ts'
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
import { nameOf } from '../../messages/answer-language.ts'
import { paperMessages } from '../../messages/paper.ts'
import { waveMessages } from '../../messages/waves.ts'
import type { WaveSummary } from '../../queries/waves.ts'
import { paperKeys, unknownOf } from '../../rules/paper.ts'
import type { LocalText, Question, Questionnaire } from '../../rules/questionnaire.ts'

export interface TypePaperModel {
  readonly wave: WaveSummary
  readonly unit: { readonly id: string; readonly initiative: string | null }
  readonly form: Questionnaire
  readonly number: number
  readonly time: 'first' | 'second'
  readonly language: string
  /** Question to keys, as they were typed. */
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FieldErrors
  /** Where the second typing is not the first: question, and both as they were typed. */
  readonly differences?: readonly { readonly id: string; readonly first: string; readonly second: string }[]
  /** The number of the paper that was just saved. */
  readonly saved?: number | undefined
}

const inWords = (text: LocalText | undefined, language: string) =>
  text?.[language] ?? Object.values(text ?? {})[0] ?? ''

export const TypePaper = (model: TypePaperModel) => {
  const { wave, unit, form, number, time, language, typed, errors, differences = [], saved } = model
  const t = useTexts(paperMessages)
  const w = useTexts(waveMessages)
  const home = `/surveys/${wave.id}`
  const path = `${home}/paper/${unit.id}${time === 'second' ? `/${number}` : ''}`
  const title = t.one[time](number)
  return (
    <Page
      title={title}
      islands={['paper']}
      hasErrors={Object.keys(errors).length > 0 || differences.length > 0}
    >
      <Breadcrumb
        links={[
          { href: '/surveys', label: w.surveys },
          { href: home, label: wave.name },
          { href: `${home}/paper`, label: t.title },
        ]}
        here={title}
      />
      <ErrorSummary errors={errors} />
      {saved !== undefined && <Message kind="success" heading={t.done.typed(saved)} isAnswer />}
      {differences.length > 0 && <Differences form={form} differences={differences} />}
      <PageHeading
        above={unit.initiative ?? w.whole}
        lead={time === 'first' ? t.one.firstLead(number) : t.one.secondLead}
      >
        {title}
      </PageHeading>
      <Form
        id="paper"
        action={path}
        {...(differences.length > 0 && { hidden: { settled: 'yes' } })}
        label={title}
      >
        <Select
          name="language"
          label={t.one.language}
          value={language}
          options={form.languages.map(one => ({ value: one, label: nameOf(one) }))}
        />
        {form.questions.map((question, place) => (
          <KeyField
            key={question.id}
            question={question}
            place={place + 1}
            value={typed[question.id] ?? ''}
            error={errors[`q-${question.id}`]}
          />
        ))}
        <ButtonRow>
          <Button>
            {differences.length > 0 ? t.one.settle : time === 'first' ? t.one.saveFirst : t.one.saveSecond}
          </Button>
        </ButtonRow>
      </Form>
      {time === 'second' && (
        <Confirm id="remove" action={`${path}/remove`} label={t.one.remove} variant="danger">
          <p>{t.one.removeAsks(number)}</p>
        </Confirm>
      )}
    </Page>
  )
}

/** One question, one place for its keys; what they mean stands beside it. */
const KeyField = ({
  question,
  place,
  value,
  error,
}: {
  question: Question
  place: number
  value: string
  error: string | undefined
}) => {
  const t = useTexts(paperMessages).one
  const language = useLanguage()
  const unknown = unknownOf(question)
  const keys = [...paperKeys(question), ...(unknown ? [unknown] : [])]
    .map(({ key, label }) => (label ? `${key} ${inWords(label, language)}` : key))
    .join(' · ')
  const hint = [
    question.kind === 'number' && t.number(question.from, question.to),
    question.kind === 'text' && t.text,
    keys,
    question.kind === 'choices' && t.several,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <Field
      name={`q-${question.id}`}
      type={question.kind === 'text' ? 'textarea' : 'text'}
      rows={3}
      width={question.kind === 'text' ? 'full' : question.kind === 'choices' ? 'short' : 'tiny'}
      autocomplete="off"
      label={`${place}. ${inWords(question.text, language)}`}
      hint={hint}
      value={value}
      error={error}
    />
  )
}

const Differences = ({
  form,
  differences,
}: Pick<TypePaperModel, 'form'> & Required<Pick<TypePaperModel, 'differences'>>) => {
  const t = useTexts(paperMessages).one
  const language = useLanguage()
  const label = (id: string) => {
    const place = form.questions.findIndex(question => question.id === id)
    return `${place + 1}. ${inWords(form.questions[place]?.text, language)}`
  }
  return (
    <Section heading={t.differs} lead={t.differsLead} id="differences">
      <Table
        caption={t.differs}
        captionHidden
        onPhone="stack"
        rows={differences}
        rowKey={row => row.id}
        columns={[
          {
            key: 'question',
            label: t.question,
            rowHeader: true,
            cell: row => <a href={`#q-${row.id}`}>{label(row.id)}</a>,
          },
          { key: 'first', label: t.firstTime, cell: row => row.first || t.nothing },
          { key: 'second', label: t.secondTime, cell: row => row.second || t.nothing },
        ]}
      />
    </Section>
  )
}
