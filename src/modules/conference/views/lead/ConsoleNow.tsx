import { useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { LiveStatus } from '../../../../ui/LiveStatus.tsx'
import type { LiveProps } from '../../../../ui/live-props.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { lead } from '../../messages/lead.ts'
import type { ConsoleModel, CurrentRound } from '../../rules/lead-model.ts'
import { ClosedRound } from './ClosedRound.tsx'
import { OpenRound } from './OpenRound.tsx'
import { PlannedRound } from './PlannedRound.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { RuleText } from './RuleText.tsx'
import { RunOff } from './RunOff.tsx'

/** All that changes while the facilitator leads. The server renders it first, the browser from then on. */
export const ConsoleNow = ({ model, connection, now }: LiveProps<ConsoleModel>) => {
  const t = useTexts(lead)
  const base = `/conferences/${model.conferenceId}`
  const { current, rounds } = model
  if (rounds.length === 0) {
    return (
      <EmptyState
        heading={t.console.none}
        level={2}
        action={<LinkButton href={`${base}/rounds`}>{t.console.plan}</LinkButton>}
      >
        {t.console.noneLead}
      </EmptyState>
    )
  }
  return (
    <>
      <LiveStatus connection={connection} href={`${base}/lead`} />
      <Columns layout="aside">
        {current ? (
          <Panel tone="now">
            <Section
              key={`${current.number} ${current.state}`}
              id="now"
              heading={
                <>
                  {t.console.roundOf(current.number, rounds.length)}{' '}
                  <Tag tone="now">{stateWord(t, current)}</Tag>
                </>
              }
            >
              <Stack>
                <Current base={base} current={current} now={now} />
              </Stack>
            </Section>
          </Panel>
        ) : (
          <Section id="now" heading={t.done.heading} lead={t.done.lead}>
            <ButtonRow>
              <LinkButton href={`${base}/evaluation`}>{t.done.evaluation}</LinkButton>
              <LinkButton href={`${base}/report`} variant="secondary">
                {t.done.report}
              </LinkButton>
            </ButtonRow>
          </Section>
        )}
        <Stack>
          {current && (
            <Section heading={t.console.rule} level={2}>
              <RuleText rule={current.rule} hash={current.ruleHash} />
            </Section>
          )}
          <Section heading={t.console.rounds} level={2}>
            <RoundSteps base={base} rounds={rounds} current={current} />
          </Section>
        </Stack>
      </Columns>
    </>
  )
}

const stateWord = (t: (typeof lead)['sv'], { state }: CurrentRound): string =>
  state === 'run-off' ? t.console.runOffState : t.console.state[state]

const Current = ({
  base,
  current,
  now,
}: {
  base: string
  current: CurrentRound
  now: (() => number) | undefined
}) => {
  const round = `${base}/rounds/${current.number}`
  if (current.state === 'planned') return <PlannedRound base={base} action={round} round={current} />
  if (current.state === 'open') return <OpenRound action={round} round={current} now={now} />
  if (current.state === 'run-off') return <RunOff action={round} round={current} />
  return <ClosedRound action={round} round={current} />
}
