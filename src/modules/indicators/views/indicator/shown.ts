import type { IndicatorResult } from '../../queries/indicator.ts'

/** The group and wave that a page about an indicator shows. */
export type Shown = NonNullable<IndicatorResult['shown']>
