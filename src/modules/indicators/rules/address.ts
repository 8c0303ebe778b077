import type { RespondentGroup } from './measure.ts'

/** Where all about one indicator stands. */
export const addressOf = (
  association: { readonly slug: string },
  indicator: { readonly id: string; readonly group: RespondentGroup | null },
): string =>
  `/indicators/${indicator.id}?${new URLSearchParams({
    association: association.slug,
    ...(indicator.group && { group: indicator.group }),
  })}`
