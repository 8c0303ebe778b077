import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Details } from '../../../../ui/Details.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { preparation } from '../../messages/preparation.ts'
import { itemName, numberedItem } from '../../messages/words.ts'
import type { PreparedItem } from '../../queries/take-part.ts'
import type { ItemText } from '../../queries/vote.ts'

const marks = ['important', 'perhaps', 'leave-out'] as const

/** What an expert thinks of one item at home, and a note of one's own. */
export const PreparedQuestion = ({
  item,
  prepared,
  error,
}: {
  item: ItemText
  prepared: PreparedItem | undefined
  error: string | undefined
}) => {
  const language = useLanguage()
  const t = useTexts(preparation)
  return (
    <div>
      <RadioGroup
        name={`mark-${item.number}`}
        label={numberedItem(language, item)}
        {...(item.explanation && { hint: item.explanation })}
        layout="row"
        value={prepared?.mark}
        options={marks.map(mark => ({ value: mark, label: t.mark[mark] }))}
      />
      <Details summary={t.noteOpen} open={Boolean(prepared?.note)}>
        <Field
          type="textarea"
          name={`note-${item.number}`}
          label={t.note(itemName(language, item))}
          rows={2}
          value={prepared?.note ?? ''}
          {...(error && { error })}
        />
      </Details>
    </div>
  )
}
