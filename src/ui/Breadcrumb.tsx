import { useTexts } from '../platform/i18n/language.ts'
import { messages } from './messages.ts'
import type { NavigationLink } from './NavigationList.tsx'

/** The way back up. `here` names this page and is no link. */
export const Breadcrumb = ({ links, here }: { links: readonly NavigationLink[]; here?: string }) => {
  const t = useTexts(messages)
  return (
    <nav class="breadcrumb" aria-label={t.breadcrumb}>
      <ol>
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
        {here && <li aria-current="page">{here}</li>}
      </ol>
    </nav>
  )
}
