import { useTexts } from '../../../../platform/i18n/language.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Turnout } from '../../../../ui/charts/Turnout.tsx'
import { LiveStatus } from '../../../../ui/LiveStatus.tsx'
import type { LiveProps } from '../../../../ui/live-props.ts'
import { Message } from '../../../../ui/Message.tsx'
import { evaluationPage } from '../../messages/evaluation-page.ts'

/** How many have answered, while the evaluation is open or when it has just been closed. */
export interface EvaluationTurnout {
  readonly conferenceId: string
  readonly isOpen: boolean
  readonly answered: number
  readonly entitled: number
  /** Fewer answers than this are not shown. */
  readonly fewest: number
}

/** How many have answered. The server renders it first, the browser from then on; never who, and nothing of what. */
export const EvaluationNow = ({ model, connection }: LiveProps<EvaluationTurnout>) => {
  const t = useTexts(evaluationPage).open
  const path = `/conferences/${model.conferenceId}/evaluation`
  if (!model.isOpen) {
    return (
      <Message kind="info" heading={t.closedNow}>
        <p>
          <LinkButton href={path}>{t.toResult}</LinkButton>
        </p>
      </Message>
    )
  }
  return (
    <>
      <Turnout voted={model.answered} entitled={model.entitled} verb={t.answered} quiet />
      <LiveStatus connection={connection} href={path} />
      {model.answered < model.fewest && (
        <Message
          kind="info"
          heading={(model.entitled < model.fewest ? t.neverEnough : t.few)(model.fewest)}
        />
      )}
    </>
  )
}
