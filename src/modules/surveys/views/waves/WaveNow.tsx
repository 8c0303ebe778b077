import { formatNumber, formatPercent } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Turnout } from '../../../../ui/charts/Turnout.tsx'
import { LiveStatus } from '../../../../ui/LiveStatus.tsx'
import type { LiveProps } from '../../../../ui/live-props.ts'
import { Table } from '../../../../ui/Table.tsx'
import { waveMessages } from '../../messages/waves.ts'
import { responseOf, type UnitResponse, type WaveModel } from '../../rules/wave-model.ts'

/** How many have answered, by unit. The server renders it first, the browser from then on. */
export const WaveNow = ({ model, connection }: LiveProps<WaveModel>) => {
  const t = useTexts(waveMessages)
  const language = useLanguage()
  const { units, state, waveId } = model
  const all = responseOf(units)
  const number = (value: number | null) => (value === null ? t.notKnown : formatNumber(language, value))
  const rate = ({ answered, expected }: Pick<UnitResponse, 'answered' | 'expected'>) =>
    expected === null || expected === 0 ? '–' : formatPercent(language, answered / expected)
  return (
    <>
      {state === 'open' && <LiveStatus connection={connection} href={`/surveys/${waveId}`} />}
      {all.expected !== null && all.expected > 0 && (
        <Turnout voted={all.answered} entitled={all.expected} verb={t.one.totalVerb} quiet />
      )}
      <Table
        caption={t.one.caption}
        captionHidden
        width="content"
        rows={units}
        rowKey={unit => unit.id}
        columns={[
          { key: 'unit', label: t.one.unit, rowHeader: true, cell: unit => unit.initiative ?? t.whole },
          {
            key: 'answered',
            label: t.one.answered,
            numeric: true,
            cell: unit => formatNumber(language, unit.answered),
          },
          {
            key: 'expected',
            label: t.one.expected,
            numeric: true,
            cell: unit => number(unit.expected),
          },
          { key: 'rate', label: t.one.rate, numeric: true, cell: rate },
        ]}
        {...(units.length > 1 && {
          total: {
            unit: t.one.total,
            answered: formatNumber(language, all.answered),
            expected: number(all.expected),
            rate: rate(all),
          },
        })}
      />
    </>
  )
}
