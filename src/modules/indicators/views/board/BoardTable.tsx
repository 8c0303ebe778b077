import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Sparkline } from '../../../../ui/charts/Sparkline.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { boardMessages } from '../../messages/board.ts'
import { wordSeries } from '../../messages/series.ts'
import { words } from '../../messages/words.ts'
import type { BoardIndicator } from '../../queries/board.ts'
import { addressOf } from '../../rules/address.ts'
import { ChangeWords } from '../figures/ChangeWords.tsx'
import { Level } from '../figures/Level.tsx'
import { Rate } from '../figures/Rate.tsx'

/** The indicators of one perspective. */
export const BoardTable = ({
  caption,
  indicators,
  association,
}: {
  caption: string
  indicators: readonly BoardIndicator[]
  association: AssociationRef
}) => {
  const language = useLanguage()
  const t = useTexts(boardMessages)
  const w = useTexts(words)
  return (
    <Table
      caption={caption}
      captionHidden
      onPhone="stack"
      width="aligned"
      rows={indicators}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'indicator',
          label: t.table.indicator,
          rowHeader: true,
          cell: indicator => (
            <>
              <a href={addressOf(association, indicator)}>
                {indicator.number}. {indicator.label[language]}
              </a>
              {indicator.question && (
                <div>
                  <small>{indicator.question[language]}</small>
                </div>
              )}
              {indicator.group && indicator.groups.length > 1 && (
                <div>
                  <small>{t.table.asked(w.group[indicator.group])}</small>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'level',
          label: t.table.level,
          cell: indicator => (
            <>
              <Level figure={indicator.course.at(-1)?.figure} />
              {indicator.group && (
                <a href={`${addressOf(association, indicator)}#why`}>
                  <small>{t.table.why}</small>
                  <VisuallyHidden> {t.table.whyAbout(indicator.number)}</VisuallyHidden>
                </a>
              )}
            </>
          ),
        },
        {
          key: 'change',
          label: t.table.change,
          cell: ({ change, course }) => (course.length > 0 ? <ChangeWords change={change} /> : '–'),
        },
        {
          key: 'course',
          label: t.table.course,
          cell: ({ course }) =>
            course.length > 0 ? <Sparkline series={wordSeries(course, language)} /> : '–',
        },
        {
          key: 'rate',
          label: t.table.rate,
          numeric: true,
          cell: ({ course }) => <Rate response={course.at(-1)?.response} />,
        },
      ]}
    />
  )
}
