import { useTexts } from '../../../../platform/i18n/language.ts'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { KeyFigures } from '../../../../ui/KeyFigures.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { lead } from '../../messages/lead.ts'
import type { CurrentRound } from '../../rules/lead-model.ts'
import { ItemLines } from './ItemLines.tsx'
import { SettledTies } from './SettledTies.tsx'
import { TieChoice } from './TieChoice.tsx'

/** After the close and before the result is published: only those who lead see it. */
export const ClosedRound = ({
  action,
  round,
}: {
  action: string
  round: Extract<CurrentRound, { state: 'closed' }>
}) => {
  const t = useTexts(lead).closed
  const { accepted, kept, dropped, ties, turnout } = round
  const waiting = round.items - accepted.length - kept.length - dropped.length
  const isDecided = waiting === 0
  return (
    <>
      <p>
        {t.voted(turnout.voted, turnout.entitled)} {t.lead}
      </p>
      {ties.map(tie => (
        <TieChoice
          key={`${tie.cut} ${tie.tied.map(one => one.item)}`}
          action={`${action}/settle`}
          tie={tie}
        />
      ))}
      <KeyFigures
        figures={[
          { figure: accepted.length, label: t.accepted },
          { figure: kept.length, label: t.kept },
          { figure: dropped.length, label: t.dropped },
          ...(isDecided ? [] : [{ figure: waiting, label: t.undecided }]),
        ]}
      />
      <div>
        <ItemLines outcome="accepted" items={accepted} isDecided={isDecided} />
        <ItemLines outcome="kept" items={kept} isDecided={isDecided} />
        <ItemLines outcome="dropped" items={dropped} isDecided={isDecided} />
      </div>
      {round.settled.length > 0 && (
        <Section heading={t.settled} level={3}>
          <SettledTies settled={round.settled} />
        </Section>
      )}
      {round.deviations.map(reason => (
        <Message key={reason} kind="warning" heading={t.deviated}>
          {reason}
        </Message>
      ))}
      {ties.length === 0 && (
        <Confirm id="publish" action={`${action}/publish`} label={t.publish}>
          <p>{t.publishAsks(round.number)}</p>
        </Confirm>
      )}
      <p>
        <a href={action}>{t.allResults}</a>
      </p>
      <Details summary={t.deviate}>
        <p>{t.deviateLead}</p>
        <p>
          <a href={`${action}/deviate`}>{t.deviate}</a>
        </p>
      </Details>
    </>
  )
}
