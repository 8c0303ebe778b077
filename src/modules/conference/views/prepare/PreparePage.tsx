import type { ComponentChildren } from 'preact'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { SubNavigation } from '../../../../ui/SubNavigation.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { prepare } from '../../messages/prepare.ts'

const parts = ['overview', 'description', 'items', 'experts', 'rounds', 'groups'] as const
export type Part = (typeof parts)[number]

export interface PreparePageProps {
  readonly conference: { readonly id: string; readonly name: string }
  readonly part: Part
  /** The page's own heading in words. */
  readonly title: string
  /** True on a page below the part's own, which the breadcrumb then leads back to. */
  readonly isBelow?: boolean
  readonly hasErrors?: boolean
  readonly mayLead: boolean
  readonly children: ComponentChildren
}

/** What every page of the preparation stands in: the way back, and the way to the other parts. */
export const PreparePage = (props: PreparePageProps) => {
  const { conference, part, title, isBelow = false, hasErrors = false, mayLead, children } = props
  const t = useTexts(prepare)
  const c = useTexts(conferenceMessages)
  const home = `/conferences/${conference.id}`
  const href = (one: Part) => (one === 'overview' ? home : `${home}/${one}`)
  const above = [
    { href: '/conferences', label: c.conferences },
    ...(part === 'overview' ? [] : [{ href: home, label: conference.name }]),
    ...(isBelow ? [{ href: href(part), label: t.parts[part] }] : []),
  ]
  return (
    <Page
      title={part === 'overview' ? title : `${title} – ${conference.name}`}
      width="wide"
      hasErrors={hasErrors}
    >
      <Breadcrumb links={above} here={title} />
      <SubNavigation
        label={t.parts.name}
        links={parts
          .filter(one => mayLead || one !== 'description')
          .map(one => ({ href: href(one), label: t.parts[one], current: one === part }))}
      />
      {children}
    </Page>
  )
}
