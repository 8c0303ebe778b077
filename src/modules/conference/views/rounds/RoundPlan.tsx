import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Cards } from '../../../../ui/Card.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FileUpload } from '../../../../ui/FileUpload.tsx'
import { ActionForm, Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { prepare } from '../../messages/prepare.ts'
import { roundMessages } from '../../messages/rounds.ts'
import { ruleSentences } from '../../messages/rule-sentences.ts'
import type { PlanRefusal } from '../../rules/rounds/plan.ts'
import type { RoundState } from '../../rules/rounds/round.ts'
import type { VotingRule } from '../../rules/rounds/rule.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface PlannedRound {
  readonly number: number
  readonly rule: VotingRule
  readonly state: RoundState
  /** SHA-256 of the rule, hexadecimal. */
  readonly hash: string
}

export interface RoundPlanModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly mayLead: boolean
  readonly rounds: readonly PlannedRound[]
  /** What is wrong in a rules file, as the reader of the file says it. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[]
  readonly error?: string
  readonly refusal?: PlanRefusal | 'no-such-template'
  readonly done?: keyof (typeof roundMessages)['sv']['done'] | undefined
}

const tone = { planned: 'neutral', open: 'now', closed: 'active', published: 'success' } as const
const templates = ['conference-2014', 'comet', 'rand'] as const
const shortHash = 12

export const RoundPlan = (model: RoundPlanModel) => {
  const { conference, mayLead, rounds, problems, error, refusal, done } = model
  const t = useTexts(roundMessages)
  const p = useTexts(prepare)
  const language = useLanguage()
  const path = `/conferences/${conference.id}/rounds`
  const isLocked = rounds.some(round => round.state !== 'planned')
  const starting = mayLead && (
    <>
      <Section heading={t.templates.heading} lead={t.templates.lead}>
        <Cards>
          {templates.map(name => (
            <Card
              key={name}
              heading={t.templates[name].name}
              footer={
                <ActionForm
                  action={`${path}/template`}
                  hidden={{ template: name }}
                  label={t.templates.use}
                  about={t.templates[name].name}
                  variant="secondary"
                />
              }
            >
              <p>{t.templates[name].text}</p>
            </Card>
          ))}
        </Cards>
      </Section>
      <Section heading={t.file.heading} lead={t.file.lead}>
        <Form action={`${path}/import`} files label={t.file.heading}>
          <FileUpload name="file" label={t.file.label} accept=".json" {...(error && { error })} />
          <ButtonRow>
            <Button variant="secondary">{t.file.read}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  )
  return (
    <PreparePage
      conference={conference}
      part="rounds"
      title={t.title}
      mayLead={mayLead}
      hasErrors={refusal !== undefined || problems.length > 0 || error !== undefined}
    >
      <ErrorSummary
        errors={error ? { file: error } : {}}
        {...(problems.length > 0 && { heading: t.file.wrong(problems.length) })}
      >
        {refusal && <p>{t.refusal[refusal]}</p>}
        {problems.length > 0 && (
          <>
            <p>{t.file.nothing}</p>
            <ul>
              {problems.map(({ line, problem }, at) => (
                <li key={at}>
                  {t.file.line(line)}: <span lang="en">{problem}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading lead={t.lead}>{t.title}</PageHeading>
      {!mayLead && <p>{p.readOnly}</p>}
      {rounds.length === 0 ? (
        <>
          <EmptyState
            level={2}
            heading={t.empty}
            action={mayLead && <LinkButton href={`${path}/new`}>{t.add}</LinkButton>}
          >
            {mayLead && t.emptyLead}
          </EmptyState>
          {starting}
        </>
      ) : (
        <>
          <Stack>
            {rounds.map(({ number, rule, state, hash }) => {
              const [first = '', ...rest] = ruleSentences(rule, language)
              return (
                <Card
                  key={number}
                  level={2}
                  tone={state === 'open' ? 'now' : 'plain'}
                  heading={first}
                  above={<Tag tone={tone[state]}>{t.state[state]}</Tag>}
                  footer={
                    state === 'planned' ? (
                      mayLead && (
                        <ButtonRow>
                          <LinkButton href={`${path}/${number}/edit`} variant="secondary">
                            {t.edit} <VisuallyHidden>{t.about(number)}</VisuallyHidden>
                          </LinkButton>
                          <ActionForm
                            action={`${path}/${number}/remove`}
                            label={t.remove}
                            about={t.about(number)}
                            variant="quiet"
                          />
                        </ButtonRow>
                      )
                    ) : (
                      <a href={`${path}/${number}`}>
                        {t.result} <VisuallyHidden>{t.about(number)}</VisuallyHidden>
                      </a>
                    )
                  }
                >
                  <p>{rest.join(' ')}</p>
                  {state !== 'planned' && <p>{t.locked}</p>}
                  <Details summary={t.hash(hash.slice(0, shortHash))}>
                    <p>{t.hashLead}</p>
                    <p>
                      <code>{hash}</code>
                    </p>
                  </Details>
                </Card>
              )
            })}
          </Stack>
          <p>{t.tie}</p>
          <ButtonRow>
            {mayLead && <LinkButton href={`${path}/new`}>{t.add}</LinkButton>}
            <LinkButton href={`${path}/rules.json`} variant="secondary" download="rules.json">
              {t.export}
            </LinkButton>
          </ButtonRow>
          {mayLead && !isLocked && <Details summary={t.moving}>{starting}</Details>}
        </>
      )}
    </PreparePage>
  )
}
