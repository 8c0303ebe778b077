import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/Select.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { boardMessages } from '../../messages/board.ts'
import { words } from '../../messages/words.ts'
import type { RespondentGroup } from '../../rules/measure.ts'

export interface Choices {
  readonly association: AssociationRef
  /** The associations that the reader can choose among. */
  readonly own: readonly AssociationRef[]
}

/** Which association, and whose answers where several groups were asked. */
export const Choose = ({
  association,
  own,
  groups,
  group,
}: Choices & { groups: readonly RespondentGroup[]; group: RespondentGroup | undefined }) => {
  const t = useTexts(boardMessages).choose
  const w = useTexts(words)
  return (
    <Details summary={t.label} open={group !== undefined}>
      <Form
        action="/indicators"
        method="get"
        {...(own.length < 2 && { hidden: { association: association.slug } })}
      >
        {own.length > 1 && (
          <Select
            name="association"
            label={t.association}
            value={association.slug}
            options={own.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        )}
        <Select
          name="group"
          label={t.group}
          placeholder={t.nearest}
          value={group ?? ''}
          options={groups.map(one => ({ value: one, label: w.group[one] }))}
        />
        <Button variant="secondary">{t.show}</Button>
      </Form>
    </Details>
  )
}
