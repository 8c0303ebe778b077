import { useTexts } from '../../../../platform/i18n/language.ts'
import { BarChart } from '../../../../ui/charts/BarChart.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { results } from '../../messages/results.ts'
import type { ResultModel } from '../../rules/results/model.ts'

/** Every item as a bar, with the line that an item had to reach. */
export const SupportChart = ({ result }: { result: ResultModel }) => {
  const t = useTexts(results)
  const { items, ballot } = result
  const limit = limitOf(result)
  const description = { 'yes-no': t.chart.yes, choose: t.chart.chosen, 'rating-1-9': t.chart.rated }[ballot]
  return (
    <Details summary={t.chart.show}>
      <BarChart
        title={t.chart.title}
        description={description}
        level={2}
        what={t.table.item}
        bars={items.map(({ label, share }) => ({
          label,
          count: share.yes,
          of: share.of,
        }))}
        {...(limit && { limit: { share: limit.share, label: t.chart[limit.is] } })}
      />
    </Details>
  )
}

/** The rule's own limit where it is a share; where it is a number of seats, what the last one in got. */
function limitOf({
  items,
  lockedRule,
  deviations,
  ballot,
}: ResultModel): { share: number; is: 'threshold' | 'lastIn' } | undefined {
  const { accept } = deviations.at(-1)?.rule ?? lockedRule.rule
  if (typeof accept === 'object' && ('atLeast' in accept || 'moreThan' in accept)) {
    const { numerator, denominator } = 'atLeast' in accept ? accept.atLeast : accept.moreThan
    return { share: numerator / denominator, is: 'threshold' }
  }
  // Ratings are ordered by median: no share of 7-9 divides those that go in from the rest.
  if (ballot === 'rating-1-9') return undefined
  const last = items.findLast(one => one.outcome === 'accepted')
  return last && last.share.of > 0 ? { share: last.share.yes / last.share.of, is: 'lastIn' } : undefined
}
