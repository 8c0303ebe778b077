import { useTexts } from '../platform/i18n/language.ts'
import type { NavigationLink } from './Layout.tsx'
import { messages } from './messages.ts'

/** The pages of one thing, side by side: links, so that each part has an address. */
export const SubNavigation = ({ links, label }: { links: readonly NavigationLink[]; label?: string }) => {
  const t = useTexts(messages)
  return (
    <nav class="sub-navigation" aria-label={label ?? t.subNavigation}>
      <ul>
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
