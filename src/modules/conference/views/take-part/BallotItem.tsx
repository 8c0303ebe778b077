import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Checkbox } from '../../../../ui/Checkboxes.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { takePart } from '../../messages/take-part.ts'
import { numberedItem } from '../../messages/words.ts'
import type { PreparedItem } from '../../queries/take-part.ts'
import type { GroupArgument, ItemText } from '../../queries/vote.ts'
import type { BallotForm } from '../../rules/rounds/rule.ts'
import { ArgumentList } from './ArgumentList.tsx'

export interface BallotItemModel {
  readonly item: ItemText
  readonly form: BallotForm
  readonly arguments: readonly GroupArgument[]
  /** What the expert thought at home; '' where nothing was marked. */
  readonly prepared: PreparedItem['mark']
  readonly value: string | undefined
  readonly error: string | undefined
}

const ratings = Array.from({ length: 9 }, (_, place) => ({ value: `${place + 1}`, label: `${place + 1}` }))

/** One item on the ballot: what it says, what groups said of it, and the answers in a fixed order. */
export const BallotItem = ({ item, form, arguments: noted, prepared, value, error }: BallotItemModel) => {
  const language = useLanguage()
  const t = useTexts(takePart).vote
  const name = `item-${item.number}`
  const question = {
    name,
    label: numberedItem(language, item),
    ...(item.explanation && { hint: item.explanation }),
    ...(error && { error }),
  }
  const more = (
    <>
      {prepared && (
        <p>
          <Tag>{t.own[prepared]}</Tag>
        </p>
      )}
      {noted.length > 0 && (
        <Details summary={t.arguments(noted.length)}>
          <ArgumentList arguments={noted} />
        </Details>
      )}
    </>
  )
  if (typeof form === 'object')
    return (
      <div>
        <Checkbox {...question} checked={value === 'yes'} />
        {more}
      </div>
    )
  if (form === 'yes-no')
    return (
      <RadioGroup
        {...question}
        more={more}
        layout="row"
        value={value}
        options={(['yes', 'no', 'abstain'] as const).map(choice => ({
          value: choice,
          label: t.choice[choice],
        }))}
      />
    )
  return (
    <RadioGroup
      {...question}
      more={more}
      layout="scale"
      ends={t.ends}
      value={value}
      options={ratings}
      otherwise={{ value: 'abstain', label: t.choice.abstain }}
    />
  )
}
