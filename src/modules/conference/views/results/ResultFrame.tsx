import type { ComponentChildren } from 'preact'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { results } from '../../messages/results.ts'

export interface ResultFrameProps {
  readonly conference: { readonly id: string; readonly name: string }
  readonly number: number
  readonly title: string
  /** Staff have the way back through the conference; others came by a link. */
  readonly isStaff: boolean
  /** True on a page below the round's result. */
  readonly isBelow?: boolean
  readonly hasErrors?: boolean
  readonly children: ComponentChildren
}

/** What every page about a round's result stands in. */
export const ResultFrame = ({
  conference,
  number,
  title,
  isStaff,
  isBelow = false,
  hasErrors = false,
  children,
}: ResultFrameProps) => {
  const t = useTexts(results)
  const c = useTexts(conferenceMessages)
  const base = `/conferences/${conference.id}`
  const above = [
    ...(isStaff
      ? [
          { href: '/conferences', label: c.conferences },
          { href: base, label: conference.name },
        ]
      : []),
    ...(isBelow ? [{ href: `${base}/rounds/${number}`, label: t.title(number) }] : []),
  ]
  return (
    <Page title={`${title} – ${conference.name}`} width="wide" hasErrors={hasErrors}>
      {above.length > 0 && <Breadcrumb links={above} here={title} />}
      {children}
    </Page>
  )
}
