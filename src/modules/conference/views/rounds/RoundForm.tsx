import type { ComponentChildren } from 'preact'
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
import type { PlanRefusal } from '../../rules/rounds/plan.ts'
import { PreparePage } from '../prepare/PreparePage.tsx'
import { ThresholdFields } from '../results/ThresholdFields.tsx'

export interface RoundFormModel {
  readonly conference: { readonly id: string; readonly name: string }
  readonly number: number
  readonly isNew: boolean
  readonly kinds: readonly string[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: PlanRefusal
}

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
  /** Choices in the catalogue's order, each with the fields that only it needs. */
  const question = (
    name: string,
    label: string,
    words: Readonly<Record<string, string>>,
    below: Readonly<Record<string, ComponentChildren>> = {},
  ) => (
    <RadioGroup
      name={name}
      label={label}
      options={Object.entries(words).map(([value, text]) => ({ value, label: text, below: below[value] }))}
      value={value(name)}
      error={errors[name]}
    />
  )
  const kind = (
    <Select
      name="kind"
      label={f.kind}
      placeholder={f.kindPlaceholder}
      options={kinds.map(one => ({ value: one, label: wordFor(language, 'kind', one) }))}
      value={value('kind')}
      error={errors.kind}
    />
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
            {question('items', f.items, f.itemsAre, {
              kind,
              keptFrom: short('keptFrom', f.rounds, f.roundsHint),
              acceptedIn: short('acceptedIn', f.rounds, f.roundsHint),
              list: short('list', f.list, f.listHint),
            })}
          </Panel>
          <Panel>{question('ballot', f.ballot, f.ballots, { choose: short('choose', f.choose) })}</Panel>
          <Panel>
            <ThresholdFields ballot="rating-1-9" kinds={kinds} entered={entered} errors={errors} />
          </Panel>
          <Panel>{question('protocol', f.protocol, f.protocols)}</Panel>
        </Stack>
        <ButtonRow>
          <Button>{f.save}</Button>
        </ButtonRow>
      </Form>
    </PreparePage>
  )
}
