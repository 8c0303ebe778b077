import type { FileProblem } from '../../../../platform/files/input-file.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FileUpload } from '../../../../ui/FileUpload.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { nameOf, textIn } from '../../messages/answer-language.ts'
import { questionnaireMessages } from '../../messages/questionnaires.ts'
import { waveMessages } from '../../messages/waves.ts'
import type { ListedQuestionnaire } from '../../queries/questionnaires.ts'

export interface QuestionnaireListModel {
  readonly questionnaires: readonly ListedQuestionnaire[]
  /** Those that the actor may write questionnaires for; none for whoever only reads. */
  readonly associations: readonly { readonly id: string; readonly name: string }[]
  readonly problems: readonly FileProblem[]
  readonly error?: string | undefined
  readonly done?: 'removed' | undefined
  readonly refusal?: keyof (typeof questionnaireMessages)['sv']['refusal'] | undefined
}

export const QuestionnaireList = (model: QuestionnaireListModel) => {
  const { questionnaires, associations, problems, error, done, refusal } = model
  const t = useTexts(questionnaireMessages)
  const w = useTexts(waveMessages)
  const own = questionnaires.filter(one => one.own)
  return (
    <Page
      title={t.title}
      width="wide"
      hasErrors={problems.length > 0 || error !== undefined || refusal !== undefined}
    >
      <Breadcrumb links={[{ href: '/surveys', label: w.surveys }]} here={t.title} />
      <ErrorSummary errors={{ file: error }}>
        {refusal && <p>{t.refusal[refusal]}</p>}
        {problems.length > 0 && <Problems problems={problems} />}
      </ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      <Section heading={t.own}>
        {own.length === 0 ? <p>{t.ownNone}</p> : <Rows caption={t.own} rows={own} />}
      </Section>
      <Section heading={t.shipped} lead={t.shippedLead}>
        <Rows caption={t.shipped} rows={questionnaires.filter(one => !one.own)} />
      </Section>
      {associations.length > 0 && (
        <Section heading={t.import.heading} lead={t.import.lead} id="import">
          <Form action="/surveys/questionnaires/import" files label={t.import.heading}>
            <Select
              name="association"
              label={t.import.association}
              options={associations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <FileUpload name="file" label={t.import.file} accept=".json" {...(error && { error })} />
            <ButtonRow>
              <Button variant="secondary">{t.import.button}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </Page>
  )
}

/** What is wrong is said in English, in the words of the file's keys. */
const Problems = ({ problems }: { problems: readonly FileProblem[] }) => {
  const t = useTexts(questionnaireMessages).import
  return (
    <>
      <p>{t.problems}</p>
      <ul>
        {problems.map(({ line, problem }) => (
          <li key={`${line} ${problem}`}>
            {t.line(line)} <span lang="en">{problem}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const Rows = ({ caption, rows }: { caption: string; rows: readonly ListedQuestionnaire[] }) => {
  const t = useTexts(questionnaireMessages)
  const w = useTexts(waveMessages)
  const language = useLanguage()
  return (
    <Table
      caption={caption}
      captionHidden
      onPhone="stack"
      rows={rows}
      rowKey={row => row.id}
      columns={[
        {
          key: 'name',
          label: t.name,
          rowHeader: true,
          cell: row => <a href={`/surveys/questionnaires/${row.id}`}>{textIn(row.title, language)}</a>,
        },
        { key: 'who', label: t.who, cell: row => w.group[row.respondents] },
        { key: 'version', label: t.version, numeric: true, cell: row => row.version },
        { key: 'languages', label: t.languages, cell: row => row.languages.map(nameOf).join(', ') },
        { key: 'state', label: t.state, cell: row => (row.locked ? t.locked : t.open) },
      ]}
    />
  )
}
