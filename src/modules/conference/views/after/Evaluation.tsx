import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { ActionForm } from '../../../../ui/Form.tsx'
import { LiveRegion } from '../../../../ui/LiveRegion.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { evaluation } from '../../messages/evaluation.ts'
import { evaluationPage } from '../../messages/evaluation-page.ts'
import {
  type EvaluationQuestion,
  evaluationAnswers,
  evaluationQuestions,
} from '../../rules/after/evaluation.ts'
import { EvaluationNow, type EvaluationTurnout } from './EvaluationNow.tsx'
import { EvaluationResult, type EvaluationResultModel } from './EvaluationResult.tsx'

export interface EvaluationModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly mayLead: boolean
  readonly evaluation:
    | { readonly state: 'none' }
    | { readonly state: 'open'; readonly turnout: EvaluationTurnout }
    | ({ readonly state: 'closed' } & EvaluationResultModel)
  /** Fewer answers than this are not shown. */
  readonly fewest: number
  readonly refusal?: keyof (typeof evaluationPage)['sv']['refusal'] | undefined
}

/** The experts' evaluation, for those who lead: open it, see how many have answered, close it, read it. */
export const Evaluation = ({ conference, mayLead, evaluation: state, fewest, refusal }: EvaluationModel) => {
  const t = useTexts(evaluationPage)
  const path = `/conferences/${conference.id}/evaluation`
  return (
    <Page
      title={`${t.title} – ${conference.name}`}
      islands={state.state === 'open' ? ['evaluation'] : []}
      hasErrors={refusal !== undefined}
    >
      <ErrorSummary>{refusal && t.refusal[refusal]}</ErrorSummary>
      <Way conference={conference} here={t.title} />
      <PageHeading above={conference.name} lead={t.lead}>
        {t.title}
      </PageHeading>
      {state.state === 'none' && (
        <Stack>
          <Panel tone={mayLead ? 'now' : 'plain'}>
            <Section heading={t.before.heading}>
              <p>{mayLead ? t.before.text : t.before.textForReaders}</p>
              {mayLead && <ActionForm action={`${path}/open`} label={t.before.open} large />}
            </Section>
          </Panel>
          <Questions />
        </Stack>
      )}
      {state.state === 'open' && (
        <Panel tone="now">
          <Section heading={t.open.heading}>
            <LiveRegion island="evaluation" events={`/conferences/${conference.id}/events/evaluation`}>
              <EvaluationNow model={state.turnout} connection="still" />
            </LiveRegion>
            {mayLead && (
              <Confirm id="close" action={`${path}/close`} label={t.open.close}>
                <p>{t.open.once}</p>
              </Confirm>
            )}
          </Section>
        </Panel>
      )}
      {state.state === 'closed' && (
        <EvaluationResult {...state} fewest={fewest} withholdAt={mayLead ? `${path}/comments` : undefined} />
      )}
    </Page>
  )
}

const Way = ({ conference, here }: { conference: EvaluationModel['conference']; here: string }) => {
  const t = useTexts(conferenceMessages)
  return (
    <Breadcrumb
      links={[
        { href: '/conferences', label: t.conferences },
        { href: `/conferences/${conference.id}`, label: conference.name },
      ]}
      here={here}
    />
  )
}

const Questions = () => {
  const t = useTexts(evaluationPage)
  const words = useTexts(evaluation)
  const answersOf = (question: EvaluationQuestion) =>
    evaluationAnswers.map(answer => words.question[question][answer]).join(' / ')
  return (
    <Details summary={t.before.questions}>
      <ol>
        {evaluationQuestions.map(question => (
          <li key={question}>
            {words.question[question].ask}
            <br />
            {answersOf(question)}
          </li>
        ))}
      </ol>
    </Details>
  )
}
