import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import type { SeriesChartProps } from '../../../../ui/charts/SeriesChart.tsx'
import { boardMessages } from '../../messages/board.ts'
import { periodLabel } from '../../messages/words.ts'
import type { CoursePoint } from '../../rules/course.ts'

type Series = SeriesChartProps['series']

/** A course as a chart takes it: a new series where the question became another. */
export function useSeries(): (course: readonly CoursePoint[]) => Series {
  const language = useLanguage()
  const t = useTexts(boardMessages)
  return course => {
    const series: CoursePoint[][] = []
    for (const point of course) {
      if (point.begins || series.length === 0) series.push([point])
      else series.at(-1)?.push(point)
    }
    return series.map((points, place) => ({
      ...(place > 0 && { begins: t.newSeries }),
      points: points.map(({ period, figure, source }) => ({
        label: periodLabel(language, period),
        figure,
        imported: source === 'imported',
      })),
    }))
  }
}
