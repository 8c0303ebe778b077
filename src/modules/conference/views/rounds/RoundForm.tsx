import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { roundMessages } from '../../messages/rounds.ts'
import { wordFor } from '../../messages/words.ts'
import type { PlanRefusal } from '../../rules/rounds-plan.ts'
import { seatsField } from '../../schema/round-form.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'

export interface RoundFormModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly number: number
  readonly isNew: boolean
  readonly kinds: readonly string[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: PlanRefusal
}

/** The values of a catalogue of choices, in its order. */
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const RoundForm = (model: RoundFormModel) => {
  const { conference, number, isNew, kinds, entered, errors, refusal } = model
  const t = useTexts(roundMessages)
  const f = t.form
  const language = useLanguage()
  const path = `/conferences/${conference.id}/rounds`
  const title = isNew ? f.new(number) : f.edit(number)
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  const short = (name: string, label: string, hint?: string) => (
    <Field
      name={name}
      label={label}
      width="short"
      value={value(name)}
      error={errors[name]}
      {...(hint && { hint })}
    />
  )
  const question = (name: string, label: string, words: Readonly<Record<string, string>>) => (
    <RadioGroup name={name} label={label} options={choices(words)} value={value(name)} error={errors[name]} />
  )
  return (
    <PreparePage
      conference={conference}
      part="rounds"
      title={title}
      isBelow
      mayLead
      hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors}>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      <PageHeading lead={f.lead}>{title}</PageHeading>
      <Form action={isNew ? `${path}/new` : `${path}/${number}/edit`}>
        <Stack>
          <Panel>
            {question('items', f.items, f.itemsAre)}
            <Select
              name="kind"
              label={f.kind}
              hint={f.kindHint}
              placeholder={f.kindPlaceholder}
              options={kinds.map(kind => ({ value: kind, label: wordFor(language, 'kind', kind) }))}
              value={value('kind')}
              error={errors.kind}
            />
            {short('rounds', f.rounds, f.roundsHint)}
            {short('list', f.list, f.listHint)}
          </Panel>
          <Panel>
            {question('ballot', f.ballot, f.ballots)}
            {short('choose', f.choose, f.chooseHint)}
          </Panel>
          <Panel>
            {question('accept', f.accept, f.accepts)}
            {short('top', f.top)}
            {kinds.map(kind =>
              short(seatsField(kind), f.seats(wordFor(language, 'kind', kind).toLowerCase())),
            )}
            {short('acceptShare', f.acceptShare, f.shareHint)}
            {question('protocol', f.protocol, f.protocols)}
          </Panel>
          <Panel>
            {question('drop', f.drop, f.drops)}
            {short('dropShare', f.dropShare, f.shareHint)}
            {short('bottom', f.bottom)}
          </Panel>
          <Panel>
            {question('shareOf', f.shareOf, f.sharesOf)}
            {short('cometAgree', f.cometAgree, f.shareHint)}
            {short('cometAgainst', f.cometAgainst, f.shareHint)}
          </Panel>
        </Stack>
        <ButtonRow>
          <Button>{f.save}</Button>
        </ButtonRow>
      </Form>
    </PreparePage>
  )
}
