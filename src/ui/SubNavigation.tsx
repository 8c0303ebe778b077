import { useTexts } from '../platform/i18n/language.ts'
import { messages } from './messages.ts'
import { type NavigationLink, NavigationList } from './NavigationList.tsx'

/** The pages of one thing, side by side: links, so that each part has an address. */
export const SubNavigation = ({ links, label }: { links: readonly NavigationLink[]; label?: string }) => {
  const t = useTexts(messages)
  return (
    <nav class="sub-navigation" aria-label={label ?? t.subNavigation}>
      <NavigationList links={links} />
    </nav>
  )
}
