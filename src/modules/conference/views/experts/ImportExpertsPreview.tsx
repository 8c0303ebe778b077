import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { expertMessages } from '../../messages/experts.ts'
import type { Balance } from '../../rules/experts/balance.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { BalanceTable } from './BalanceTable.tsx'

export interface ImportExpertsPreviewModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly count: number
  readonly withEmail: number
  readonly balance: Balance
  readonly ignored: readonly string[]
  readonly before: number
  /** The file itself, as base64: what is confirmed is what was looked at. */
  readonly kept: string
  readonly name: string
}

export const ImportExpertsPreview = (model: ImportExpertsPreviewModel) => {
  const { conference, count, withEmail, balance, ignored, before, kept, name } = model
  const p = useTexts(expertMessages).importing.preview
  const path = `/conferences/${conference.id}/experts/import`
  return (
    <PreparePage conference={conference} part="experts" title={p.title} isBelow mayLead>
      <PageHeading lead={p.lead}>{p.title}</PageHeading>
      <BalanceTable balance={balance} caption={p.caption} />
      <p>{p.withEmail(withEmail, count)}</p>
      {ignored.length > 0 && <p>{p.ignored(ignored.join(', '))}</p>}
      {before > 0 && <p>{p.willAdd(before)}</p>}
      <Form action={path} hidden={{ kept, name, confirmed: 'yes' }}>
        <ButtonRow>
          <Button>{p.confirm(count)}</Button>
          <LinkButton href={path} variant="quiet">
            {p.back}
          </LinkButton>
        </ButtonRow>
      </Form>
    </PreparePage>
  )
}
