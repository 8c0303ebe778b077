import { useTexts } from '../../../../platform/i18n/language.ts'
import { SubNavigation } from '../../../../ui/SubNavigation.tsx'
import { takePart } from '../../messages/take-part.ts'

export type ExpertPart = 'home' | 'items' | 'group' | 'vote'

const paths: Readonly<Record<ExpertPart, string>> = {
  home: '/take-part',
  vote: '/take-part/vote',
  items: '/take-part/items',
  group: '/take-part/group',
}

/** The pages of an invited expert. */
export const ExpertNavigation = ({ current }: { current: ExpertPart | null }) => {
  const t = useTexts(takePart).parts
  return (
    <SubNavigation
      label={t.label}
      links={Object.entries(paths).map(([part, href]) => ({
        href,
        label: t[part as ExpertPart],
        current: part === current,
      }))}
    />
  )
}
