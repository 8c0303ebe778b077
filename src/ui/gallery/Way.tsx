import { useTexts } from '../../platform/i18n/language.ts'
import { Breadcrumb } from '../Breadcrumb.tsx'
import { Contents } from '../Contents.tsx'
import { Pagination } from '../Pagination.tsx'
import { Section } from '../Section.tsx'
import { SubNavigation } from '../SubNavigation.tsx'
import { texts } from './texts.ts'

export const Way = () => {
  const t = useTexts(texts)
  return (
    <Section heading={t.parts.way} id="way">
      <Breadcrumb
        links={t.way.crumbs.map((label, index) => ({ href: `#way-${index}`, label }))}
        here={t.way.here}
      />
      <SubNavigation
        links={t.way.parts.map((label, index) => ({ href: `#part-${index}`, label, current: index === 4 }))}
      />
      <Contents links={t.way.parts.map((label, index) => ({ href: `#part-${index}`, label }))} />
      <Pagination page={5} pages={12} href={page => `?page=${page}#way`} />
    </Section>
  )
}
