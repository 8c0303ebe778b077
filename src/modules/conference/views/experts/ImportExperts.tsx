import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FileUpload } from '../../../../ui/FileUpload.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { ExpertsRefusal } from '../../commands/experts.ts'
import { expertMessages } from '../../messages/experts.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface ImportExpertsModel {
  readonly conference: { readonly id: string; readonly name: string }
  /** Sentences with row and column. */
  readonly problems: readonly string[]
  readonly error?: string
  readonly refusal?: ExpertsRefusal
}

export const ImportExperts = ({ conference, problems, error, refusal }: ImportExpertsModel) => {
  const t = useTexts(expertMessages)
  const i = t.importing
  const path = `/conferences/${conference.id}/experts`
  return (
    <PreparePage
      conference={conference}
      part="experts"
      title={i.title}
      isBelow
      mayLead
      hasErrors={problems.length > 0 || error !== undefined || refusal !== undefined}
    >
      <ErrorSummary
        errors={error ? { file: error } : {}}
        {...(problems.length > 0 && { heading: i.wrong(problems.length) })}
      >
        {refusal && <p>{t.refusal[refusal]}</p>}
        {problems.length > 0 && <p>{i.nothing}</p>}
      </ErrorSummary>
      <PageHeading lead={i.lead}>{i.title}</PageHeading>
      {problems.length > 0 && (
        <Section heading={i.problems}>
          <ul>
            {problems.map((sentence, at) => (
              <li key={at}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      <Form action={`${path}/import`} files>
        <FileUpload
          name="file"
          label={i.file}
          hint={i.fileHint}
          accept=".csv,.xlsx"
          {...(error && { error })}
        />
        <ButtonRow>
          <Button>{i.read}</Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={`${path}/template.csv`} download>
          {t.template}
        </a>
      </p>
    </PreparePage>
  )
}
