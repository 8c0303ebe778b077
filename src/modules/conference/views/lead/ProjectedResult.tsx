import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { RankedBars } from '../../../../ui/charts/RankedBars.tsx'
import { Pagination } from '../../../../ui/Pagination.tsx'
import { ProjectorFoot } from '../../../../ui/ProjectorLayout.tsx'
import { SubNavigation } from '../../../../ui/SubNavigation.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { projector } from '../../messages/projector.ts'
import { tieSentence } from '../../messages/ties.ts'
import type { Scene, SupportedItem } from '../../rules/lead-model.ts'
import { limitOf, outcomes, resultPages } from '../../rules/results/pages.ts'

/** A published result, a screenful at a time: what goes in, is discussed again, and falls out. */
export const ProjectedResult = ({
  scene,
  first,
  path,
  isLive,
}: {
  scene: Extract<Scene, { shows: 'result' }>
  /** The screen to begin with, from 1. */
  first: number
  path: string
  /** In a browser with script, arrow keys turn the pages. */
  isLive: boolean
}) => {
  const language = useLanguage()
  const t = useTexts(projector)
  const pages = resultPages(scene)
  const [wanted, turnTo] = useState(first)
  const page = Math.min(Math.max(1, wanted), pages.length)
  const href = (to: number) => `${path}?page=${to}`

  useEffect(() => {
    if (!isLive) return
    const onKey = (event: KeyboardEvent) => {
      const step = stepOf(event.key)
      if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      turnTo(Math.min(Math.max(1, page + step), pages.length))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isLive, page, pages.length])

  // A reload, also one that the facilitator did not ask for, comes back to the same screen.
  useEffect(() => {
    if (isLive) history.replaceState(null, '', href(page))
  }, [isLive, page])

  const support = ({ yes, of, median }: SupportedItem) =>
    median === undefined
      ? t.kOfN(yes, of)
      : t.median(formatNumber(language, median, Number.isInteger(median) ? 0 : 1))
  const shown = pages[page - 1]
  const limit = limitOf(scene)
  return (
    <>
      <div role="status">
        <VisuallyHidden>{t.followed}</VisuallyHidden>
      </div>
      <SubNavigation
        label={t.outcomes}
        links={outcomes.flatMap(outcome => {
          const start = pages.findIndex(one => one.outcome === outcome)
          return start < 0
            ? []
            : [
                {
                  href: href(start + 1),
                  label: `${t.outcome[outcome]}: ${scene[outcome].length}`,
                  current: shown?.outcome === outcome,
                },
              ]
        })}
      />
      {shown && (
        <RankedBars
          title={t.outcome[shown.outcome]}
          bars={shown.items.map(item => ({
            key: item.item,
            label: item.label,
            share: item.of === 0 ? 0 : item.yes / item.of,
            value: support(item),
          }))}
        />
      )}
      <ProjectorFoot>
        <p>
          {shown?.outcome === 'accepted' &&
            limit &&
            `${t.limit(support(limit.inside), support(limit.outside))} `}
          {t.voted(scene.turnout.voted, scene.turnout.entitled)}{' '}
          {scene.settled.map(tie => `${tieSentence(tie, language)} `)}
          {scene.deviations.map(reason => `${t.deviated} ${reason} `)}
        </p>
        <Pagination page={page} pages={pages.length} href={href} />
      </ProjectorFoot>
    </>
  )
}

/** Arrows, page keys and what a presenter's remote sends. */
function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'PageDown') return 1
  return key === 'ArrowLeft' || key === 'PageUp' ? -1 : 0
}
