import { formatDays } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StepList } from '../../../../ui/StepList.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { conferenceMessages } from '../../messages/conferences.ts'
import { prepare } from '../../messages/prepare.ts'
import type { ConferenceSummary } from '../../queries/conference.ts'
import type { Preparations } from '../../queries/preparation-steps.ts'
import type { ConferenceStep, StepName } from '../../rules/steps.ts'
import { Deviations, type DeviationsProps } from './Deviations.tsx'
import { PreparePage } from './PreparePage.tsx'

export interface HubModel {
  readonly conference: ConferenceSummary
  readonly mayLead: boolean
  readonly state: 'preparing' | 'running' | 'decided' | 'published'
  readonly associations: readonly string[]
  readonly preparations: Preparations
  readonly steps: readonly ConferenceStep[]
  readonly deviations: Pick<DeviationsProps, 'deviations' | 'entered' | 'errors'>
  readonly done?: 'deviation-noted' | undefined
}

/** Steps whose pages only change things: there is nothing for others to read on them. */
const onlyForLeaders: readonly StepName[] = ['describe', 'lead']
const tone = { preparing: 'neutral', running: 'now', decided: 'active', published: 'success' } as const

export const Hub = (model: HubModel) => {
  const { conference, mayLead, state, associations, preparations, steps, deviations, done } = model
  const t = useTexts(prepare)
  const c = useTexts(conferenceMessages)
  const language = useLanguage()
  const home = `/conferences/${conference.id}`
  const hrefs: Readonly<Record<StepName, string>> = {
    describe: `${home}/description`,
    items: `${home}/items`,
    experts: `${home}/experts`,
    rules: `${home}/rounds`,
    groups: `${home}/groups`,
    lead: `${home}/lead`,
    evaluation: `${home}/evaluation`,
    report: `${home}/report`,
  }
  const { rounds } = preparations
  const hasVoted = rounds.some(one => one.state !== 'planned')
  const isReady = preparations.items > 0 && preparations.experts > 0 && rounds.length > 0
  const notes: Readonly<Record<StepName, string>> = {
    describe: t.hub.note.describe(conference.information !== ''),
    items: t.hub.note.items(preparations.items),
    experts: t.hub.note.experts(preparations.experts, preparations.invited, preparations.accepted, hasVoted),
    rules: t.hub.note.rules(rounds.length),
    groups: t.hub.note.groups(preparations.sittings, preparations.experts, hasVoted),
    lead: t.hub.note.lead(rounds.filter(one => one.state === 'published').length, rounds.length, isReady),
    evaluation:
      t.hub.note.evaluation[preparations.evaluation ?? (state === 'published' ? 'missed' : 'waits')],
    report: t.hub.note.report(state === 'published'),
  }
  const next = steps.find(step => step.state === 'current')
  const days = formatDays(language, conference.startsOn, conference.endsOn)
  return (
    <PreparePage
      conference={conference}
      part="overview"
      title={conference.name}
      mayLead={mayLead}
      hasErrors={Object.keys(deviations.errors).length > 0}
    >
      <ErrorSummary errors={deviations.errors} />
      {done === 'deviation-noted' && <Message kind="success" heading={t.deviation.saved} isAnswer />}
      <PageHeading
        above={t.hub.above}
        lead={conference.place === '' ? days : `${days}, ${conference.place}`}
        beside={<Tag tone={tone[state]}>{c.state[state]}</Tag>}
      >
        {conference.name}
      </PageHeading>
      {mayLead && next && (
        <ButtonRow>
          <LinkButton href={hrefs[next.name]} large>
            {t.hub.next[next.name]}
          </LinkButton>
          {isReady && next.name !== 'lead' && state !== 'published' && (
            <LinkButton href={hrefs.lead} large variant="secondary">
              {t.hub.next.lead}
            </LinkButton>
          )}
        </ButtonRow>
      )}
      {!mayLead && <p>{t.readOnly}</p>}
      <Columns layout="aside">
        <Section heading={t.hub.stepsHeading} {...(mayLead && { lead: t.hub.stepsLead })}>
          <StepList
            label={t.hub.stepsHeading}
            steps={steps.map(step => ({
              label: t.hub.step[step.name],
              state: step.state,
              note: notes[step.name],
              ...(step.state !== 'blocked' &&
                (mayLead || !onlyForLeaders.includes(step.name)) && { href: hrefs[step.name] }),
            }))}
          />
        </Section>
        <Stack>
          <Section heading={t.hub.associations}>
            <ul>
              {associations.map(name => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Section>
          <Section heading={t.hub.information}>
            {conference.information === '' ? (
              <p>{t.hub.noInformation}</p>
            ) : (
              conference.information.split(/\n\s*\n/).map((text, at) => <p key={at}>{text}</p>)
            )}
            {mayLead && (
              <p>
                <a href={hrefs.describe}>{t.hub.change}</a>
              </p>
            )}
          </Section>
        </Stack>
      </Columns>
      <Deviations action={`${home}/deviations`} mayLead={mayLead} {...deviations} />
    </PreparePage>
  )
}
