import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import type { SeriesChartProps } from '../../../../ui/charts/SeriesChart.tsx'
import { boardMessages } from '../../messages/board.ts'
import { periodLabel } from '../../messages/words.ts'
import type { CoursePoint } from '../../rules/course.ts'
import { controlOf, seriesOf } from '../../rules/series.ts'

type Series = SeriesChartProps['series']

/**
 * A course as a chart takes it: a new series where the question became another.
 * @param isControlled with what chance alone would do
 */
export function useSeries(isControlled = false): (course: readonly CoursePoint[]) => Series {
  const language = useLanguage()
  const t = useTexts(boardMessages)
  return course =>
    seriesOf(course).map((points, place) => {
      const control = isControlled ? controlOf(points) : undefined
      return {
        ...(place > 0 && { begins: t.newSeries }),
        ...(control && {
          centre: { kind: 'mean', share: control.centre },
          signals: control.signals,
        }),
        points: points.map(({ period, figure, source }, index) => ({
          label: periodLabel(language, period),
          figure,
          imported: source === 'imported',
          limits: control?.limits[index],
        })),
      }
    })
}
