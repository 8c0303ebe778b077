import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FileUpload } from '../../../../ui/FileUpload.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { ItemsRefusal } from '../../commands/items.ts'
import { itemMessages } from '../../messages/items.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface ImportItemsModel {
  readonly conference: { readonly id: string; readonly name: string }
  /** How many items there are already. */
  readonly before: number
  readonly mayReplace: boolean
  readonly mode: 'add' | 'replace'
  /** Sentences with row and column. */
  readonly problems: readonly string[]
  readonly error?: string
  readonly refusal?: ItemsRefusal
}

export const ImportItems = (model: ImportItemsModel) => {
  const { conference, before, mayReplace, mode, problems, error, refusal } = model
  const t = useTexts(itemMessages)
  const i = t.importing
  const path = `/conferences/${conference.id}/items`
  return (
    <PreparePage
      conference={conference}
      part="items"
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
        {before > 0 && mayReplace && (
          <RadioGroup
            name="mode"
            label={i.mode}
            options={[
              { value: 'add', label: i.modes.add },
              { value: 'replace', label: i.modes.replace, hint: i.replaceHint },
            ]}
            value={mode}
          />
        )}
        {before > 0 && !mayReplace && <p>{i.lockedNote}</p>}
        <ButtonRow>
          <Button>{i.read}</Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={`${path}/template.csv`} download>
          {t.template}
        </a>
      </p>
      <Details summary={i.kinds.heading}>
        <p>{i.kinds.text}</p>
      </Details>
      <Details summary={i.perspectives.heading}>
        <p>{i.perspectives.text}</p>
      </Details>
    </PreparePage>
  )
}
