import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/Select.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { indicatorMessages } from '../../messages/indicator.ts'
import { periodName, words } from '../../messages/words.ts'
import type { IndicatorResult } from '../../queries/indicator.ts'

/** Whose answers, and in which wave. Nothing to choose among is not asked. */
export const ChooseShown = ({
  result,
  association,
}: {
  result: IndicatorResult
  association: AssociationRef
}) => {
  const t = useTexts(indicatorMessages).choose
  const w = useTexts(words)
  const language = useLanguage()
  const { groups, shown } = result
  const periods = [...new Set(groups.flatMap(({ course }) => course.map(({ period }) => period)))].sort()
  if (groups.length < 2 && periods.length < 2) return null
  return (
    <Form
      action={`/indicators/${result.indicator.id}`}
      method="get"
      layout="row"
      label={t.label}
      hidden={{ association: association.slug }}
    >
      <Select
        name="group"
        label={t.group}
        value={shown?.group}
        options={groups.map(({ group }) => ({ value: group, label: w.group[group] }))}
      />
      <Select
        name="period"
        label={t.period}
        value={shown?.point.period}
        options={periods.map(period => ({ value: period, label: periodName(language, period) }))}
      />
      <Button variant="secondary">{t.show}</Button>
    </Form>
  )
}
