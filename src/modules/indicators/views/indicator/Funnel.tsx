import { useTexts } from '../../../../platform/i18n/language.ts'
import { ChangeTag } from '../../../../ui/charts/ChangeTag.tsx'
import { FunnelPlot } from '../../../../ui/charts/FunnelPlot.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { AssociationRef } from '../../../organisations/index.ts'
import { indicatorMessages } from '../../messages/indicator.ts'
import { sharingMessages } from '../../messages/sharing.ts'
import type { Shown } from '../../queries/indicator.ts'

/** The association among those that compare, or why there is no comparison. */
export const Funnel = ({
  shown: { comparison },
  association,
}: {
  shown: Shown
  association: AssociationRef
}) => {
  const t = useTexts(indicatorMessages).funnel
  const sharing = useTexts(sharingMessages)
  if (!comparison)
    return (
      <Section heading={t.heading}>
        <p>{comparison === null ? t.notTakingPart : t.tooFew}</p>
        <p>
          <a href={`/indicators/sharing?association=${association.slug}`}>{sharing.title}</a>
        </p>
      </Section>
    )
  return (
    <>
      <FunnelPlot
        title={t.heading}
        description={t.description}
        level={2}
        what={t.what}
        average={comparison.average}
        limits={comparison.limits}
        units={comparison.units.map(({ associationId, name, share, n, place }) => ({
          label: name,
          isOwn: associationId === association.id,
          figure: { share, n, place },
        }))}
      />
      {comparison.own && (
        <p>
          {t.own}{' '}
          <ChangeTag
            verdict={comparison.own.judged.verdict}
            news={comparison.own.judged.news}
            by={comparison.own.by}
          />
        </p>
      )}
    </>
  )
}
