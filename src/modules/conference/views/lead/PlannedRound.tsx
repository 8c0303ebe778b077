import { useTexts } from '../../../../platform/i18n/language.ts'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { KeyFigures } from '../../../../ui/KeyFigures.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { lead } from '../../messages/lead.ts'
import type { CurrentRound } from '../../rules/lead-model.ts'

/** Before the vote: what will be voted on, what the groups do first, and how it opens. */
export const PlannedRound = ({
  base,
  action,
  round,
}: {
  base: string
  action: string
  round: Extract<CurrentRound, { state: 'planned' }>
}) => {
  const t = useTexts(lead)
  return (
    <>
      <KeyFigures
        figures={[
          { figure: round.items, label: t.console.items },
          { figure: round.experts, label: t.console.experts },
        ]}
      />
      {round.sitting && (
        <Message kind="info" heading={t.console.groups}>
          {t.console.sitting(round.sitting.number, round.sitting.isPlanned)}{' '}
          <a href={`${base}/groups`}>{t.console.toGroups}</a>
        </Message>
      )}
      {round.items === 0 ? (
        <Message kind="warning">
          {t.console.noItems} <a href={`${base}/rounds`}>{t.console.changeRule}</a>
        </Message>
      ) : (
        <Confirm
          id="open"
          action={`${action}/open`}
          label={t.open.label}
          hidden={{ shownHash: round.ruleHash }}
          fields={
            <Field
              name="minutes"
              label={t.open.minutes}
              hint={t.open.minutesHint}
              unit={t.open.minutesUnit}
              inputMode="numeric"
              width="tiny"
              optional
            />
          }
        >
          <p>{t.open.asks(round.number, round.items, round.experts)}</p>
        </Confirm>
      )}
    </>
  )
}
