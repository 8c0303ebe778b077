import { useTexts } from '../platform/i18n/language.ts'
import { Heading } from './Heading.tsx'
import { messages } from './messages.ts'
import type { NavigationLink } from './NavigationList.tsx'

/** What a long page holds, part by part, with links to each. */
export const Contents = ({ links }: { links: readonly NavigationLink[] }) => {
  const t = useTexts(messages)
  return (
    <nav class="contents" aria-labelledby="contents">
      <Heading level={2} id="contents" class="contents-heading">
        {t.contents}
      </Heading>
      <ol>
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
