import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { LiveRegion } from '../../../../ui/LiveRegion.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { lead } from '../../messages/lead.ts'
import { leadForms } from '../../messages/lead-forms.ts'
import type { ConsoleModel } from '../../rules/lead-model.ts'
import { ConsoleNow } from './ConsoleNow.tsx'
import { DemoVoters } from './DemoVoters.tsx'

export interface ConsolePage {
  readonly model: ConsoleModel
  /** Why what was just asked for was not done. */
  readonly problem?: string | undefined
  /** What was just done, where the console itself does not show it. */
  readonly done?: 'reissued' | undefined
  /** The demo's practice conference, whose voters a button plays. */
  readonly isPractice: boolean
}

/** The one page from which a facilitator leads. */
export const Console = ({ model, problem, done, isPractice }: ConsolePage) => {
  const t = useTexts(lead).console
  const c = useTexts(conferenceMessages)
  const f = useTexts(leadForms)
  const base = `/conferences/${model.conferenceId}`
  return (
    <Page
      title={`${t.title}: ${model.conference}`}
      islands={['console']}
      width="wide"
      hasErrors={problem !== undefined}
    >
      <Breadcrumb
        links={[
          { href: '/conferences', label: c.conferences },
          { href: base, label: model.conference },
        ]}
        here={t.title}
      />
      <ErrorSummary>{problem}</ErrorSummary>
      <PageHeading
        above={model.conference}
        beside={
          <LinkButton href={`${base}/projector`} variant="secondary">
            {t.toProjector}
          </LinkButton>
        }
      >
        {t.title}
      </PageHeading>
      {done && <Message kind="success" heading={f.reissue.done} isAnswer />}
      <LiveRegion island="console" events={`${base}/events/console`}>
        <ConsoleNow model={model} connection="still" />
      </LiveRegion>
      {isPractice && <DemoVoters base={base} />}
    </Page>
  )
}
