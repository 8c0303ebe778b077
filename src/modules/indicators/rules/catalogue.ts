/** From whose point of view an indicator is. */
export const perspectives = ['participant', 'staff', 'organisation', 'society'] as const
export type Perspective = (typeof perspectives)[number]

/** A sentence in the languages that results are shown in. */
export type Wording = { readonly sv: string; readonly en: string }

/** One answer that a measure can get. */
export type MeasureOption = {
  readonly value: string
  readonly label: Wording
  /** Whether the answer says that it is as the indicator wishes. */
  readonly favourable: boolean
}
