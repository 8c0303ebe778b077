import type { Language } from '../../../platform/i18n/language.ts'
import type { CoursePoint } from '../rules/course.ts'
import { controlOf, seriesOf } from '../rules/series.ts'
import { boardMessages } from './board.ts'
import { periodLabel } from './words.ts'

/**
 * A course as charts take it: a new series where the question became another.
 * @param kind with what chance alone would do, or only the shares
 */
export const wordSeries = (
  course: readonly CoursePoint[],
  language: Language,
  kind: 'with-limits' | 'bare' = 'bare',
) =>
  seriesOf(course).map((points, place) => {
    const control = kind === 'with-limits' ? controlOf(points) : undefined
    return {
      ...(place > 0 && { begins: boardMessages[language].newSeries }),
      ...(control && {
        centre: { kind: 'mean' as const, share: control.centre },
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
