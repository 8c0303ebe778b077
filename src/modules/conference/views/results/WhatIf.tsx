import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { results } from '../../messages/results.ts'
import { ruleSentences } from '../../messages/rule-sentences.ts'
import type { SupportedItem } from '../../rules/lead-model.ts'
import type { BallotForm, VotingRule } from '../../rules/rounds/rule.ts'
import { SupportTable } from '../lead/SupportTable.tsx'
import { ResultFrame } from './ResultFrame.tsx'
import { ThresholdFields } from './ThresholdFields.tsx'

export interface WhatIfModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly number: number
  readonly ballot: BallotForm
  readonly kinds: readonly string[]
  readonly isStaff: boolean
  readonly entered: Entered
  readonly errors: FieldErrors
  /** What the tried limits would have given; undefined until some are tried. */
  readonly tried: Tried | undefined
}

export interface Tried {
  readonly rule: VotingRule
  readonly accepted: number
  readonly kept: number
  readonly dropped: number
  readonly undecided: number
  readonly gained: readonly SupportedItem[]
  readonly lost: readonly SupportedItem[]
}

/** The same votes under other limits: for thinking, and marked so everywhere on the page. */
export const WhatIf = (model: WhatIfModel) => {
  const { conference, number, ballot, kinds, entered, errors, tried } = model
  const t = useTexts(results)
  const w = t.whatIfPage
  const path = `/conferences/${conference.id}/rounds/${number}`
  return (
    <ResultFrame
      conference={conference}
      number={number}
      title={w.title}
      isStaff={model.isStaff}
      isBelow
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary errors={errors} />
      <PageHeading above={`${conference.name}. ${t.title(number)}`}>{w.title}</PageHeading>
      <Message kind="warning" heading={w.mark}>
        {w.markLead(number)} <a href={path}>{w.real}</a>
      </Message>
      <Columns>
        <Section heading={w.form}>
          <Form action={`${path}/what-if`} method="get">
            <ThresholdFields ballot={ballot} kinds={kinds} entered={entered} errors={errors} />
            <ButtonRow>
              <Button>{w.try}</Button>
            </ButtonRow>
          </Form>
        </Section>
        {tried && <TriedOutcome tried={tried} />}
      </Columns>
    </ResultFrame>
  )
}

const TriedOutcome = ({ tried }: { tried: Tried }) => {
  const language = useLanguage()
  const t = useTexts(results)
  const w = t.whatIfPage
  const isSame = tried.gained.length === 0 && tried.lost.length === 0
  return (
    <Stack>
      <Section heading={w.outcome} lead={w.count(tried.accepted, tried.kept, tried.dropped)}>
        {tried.undecided > 0 && <Message kind="info">{w.ties(tried.undecided)}</Message>}
        {isSame && <p>{w.same}</p>}
        {(['gained', 'lost'] as const).map(
          change =>
            tried[change].length > 0 && (
              <Section key={change} level={3} heading={`${w[change]}: ${tried[change].length}`}>
                <SupportTable caption={w[change]} items={tried[change]} />
              </Section>
            ),
        )}
      </Section>
      <Section heading={w.rule}>
        <ul>
          {ruleSentences(tried.rule, language).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </Stack>
  )
}
