import { useTexts } from '../../../../platform/i18n/language.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { takePart } from '../../messages/take-part.ts'
import type { Happening } from '../../rules/take-part/happening.ts'
import { ExpertNavigation } from './ExpertNavigation.tsx'
import { FollowedNow } from './FollowedNow.tsx'

/** The voting page while nothing is voted on. */
export const NoVote = ({ happening }: { happening: Happening | undefined }) => {
  const { vote: t, parts } = useTexts(takePart)
  return (
    <Page title={parts.vote} islands={['take-part']}>
      <ExpertNavigation current="vote" />
      <PageHeading lead={t.none.text}>{parts.vote}</PageHeading>
      {happening ? (
        <FollowedNow happening={happening} />
      ) : (
        <EmptyState heading={t.none.title}>{t.none.text}</EmptyState>
      )}
    </Page>
  )
}
