import { formatDate, formatTime } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { takePartNow } from '../../messages/take-part-now.ts'
import type { Happening } from '../../rules/take-part/happening.ts'

export interface HappeningNowModel {
  readonly happening: Happening
  /** When this browser handed in a ballot, and in which box: ISO 8601. Known to the browser only. */
  readonly received?: { readonly boxId: string; readonly at: string } | undefined
}

/** What happens now and what one can do. The server renders it first, and the phone each time it changes. */
export const HappeningNow = ({ happening, received }: HappeningNowModel) => {
  const t = useTexts(takePartNow)
  return (
    <>
      {happening.evaluation === 'open' && (
        <Panel tone="now">
          <Heading level={2}>{t.evaluation.title}</Heading>
          <p>{t.evaluation.text}</p>
          <ButtonRow>
            <LinkButton href="/take-part/evaluation" large>
              {t.evaluation.go}
            </LinkButton>
          </ButtonRow>
        </Panel>
      )}
      <Panel tone={happening.vote ? 'now' : 'plain'}>
        <Moment happening={happening} received={received} />
        {happening.results.length > 0 && (
          <ul>
            {happening.results.map(round => (
              <li key={round}>
                <a href={`/take-part/results/${round}`}>{t.result(round)}</a>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}

const Moment = ({ happening, received }: HappeningNowModel) => {
  const language = useLanguage()
  const t = useTexts(takePartNow)
  const { vote, counting, phase } = happening
  if (vote) {
    const mine = received?.boxId === vote.boxId ? received.at : undefined
    return (
      <>
        <Heading level={2}>{vote.runOff ? t.vote.runOff : t.vote.title(vote.round)}</Heading>
        {vote.runOff && <p>{t.vote.tied(vote.round)}</p>}
        {mine && (
          <p>
            <b>{t.vote.received(formatTime(language, new Date(mine)))}</b>
          </p>
        )}
        <p>
          {vote.closesAt && `${t.vote.closes(formatTime(language, new Date(vote.closesAt)))} `}
          {t.vote.until}
        </p>
        <ButtonRow>
          <LinkButton href="/take-part/vote" large variant={mine ? 'secondary' : 'primary'}>
            {mine ? t.vote.change : t.vote.go}
          </LinkButton>
        </ButtonRow>
      </>
    )
  }
  if (counting !== null) return <Words title={t.counting.title(counting)} text={t.counting.text} />
  if (phase === 'before')
    return <Words title={t.before.title} text={t.before.text(formatDate(language, happening.startsOn))} />
  if (phase === 'during')
    return (
      <>
        <Words title={t.between.title} text={t.between.text} />
        {happening.sitting !== null && (
          <p>
            <a href="/take-part/group">{t.between.groups}</a>
          </p>
        )}
      </>
    )
  return <Words title={t.after.title} text={t.after.text} />
}

const Words = ({ title, text }: { title: string; text: string }) => (
  <>
    <Heading level={2}>{title}</Heading>
    <p>{text}</p>
  </>
)
