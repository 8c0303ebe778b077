import type { ComponentChildren } from 'preact'
import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Field } from '../../../../ui/Field.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { roundMessages } from '../../messages/rounds.ts'
import { wordFor } from '../../messages/words.ts'
import type { BallotForm } from '../../rules/rounds/rule.ts'
import { seatsField } from '../../schema/rounds/form.ts'

export interface ThresholdFieldsProps {
  readonly ballot: BallotForm
  /** Kinds among the round's items. */
  readonly kinds: readonly string[]
  readonly entered: Entered
  readonly errors: FieldErrors
}

const needsRatings = ['comet', 'rand']

/** Where the limits go: what goes in, what falls out, and what a share is a share of. */
export const ThresholdFields = ({ ballot, kinds, entered, errors }: ThresholdFieldsProps) => {
  const language = useLanguage()
  const t = useTexts(roundMessages).form
  const isRated = ballot === 'rating-1-9'
  // The rule says which already; what is usual for its ballot is not asked again.
  const { '': _usual, ...bases } = t.sharesOf
  // A rule that is written says which; only a new one leaves it to the ballot.
  const shareBases = entered.shareOf === '' ? t.sharesOf : bases
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  const short = (name: string, label: string, hint?: string) => (
    <Field
      name={name}
      label={label}
      width="short"
      value={value(name)}
      {...(errors[name] && { error: errors[name] })}
      {...(hint && { hint })}
    />
  )
  const question = (
    name: string,
    label: string,
    words: Readonly<Record<string, string>>,
    below: Readonly<Record<string, ComponentChildren>> = {},
  ) => (
    <RadioGroup
      name={name}
      label={label}
      value={value(name)}
      {...(errors[name] && { error: errors[name] })}
      options={Object.entries(words)
        .filter(([choice]) => isRated || !needsRatings.includes(choice))
        .filter(([choice]) => choice !== 'topByKind' || kinds.length > 1 || value(name) === choice)
        .map(([choice, text]) => ({ value: choice, label: text, below: below[choice] }))}
    />
  )
  const share = (name: string) => short(name, t.share, t.shareHint)
  const comet = (part: 'accept' | 'drop') => (
    <>
      {short(`${part}Agree`, t.agree, t.shareHint)}
      {short(`${part}Against`, t.against, t.shareHint)}
    </>
  )
  return (
    <>
      {question('accept', t.accept, t.accepts, {
        top: short('top', t.top),
        topByKind: kinds.map(kind => short(seatsField(kind), t.seats(wordFor(language, 'kind', kind)))),
        atLeast: share('atLeast'),
        moreThan: share('moreThan'),
        comet: comet('accept'),
      })}
      {question('drop', t.drop, t.drops, {
        below: share('below'),
        bottom: short('bottom', t.bottom),
        comet: comet('drop'),
      })}
      {typeof ballot === 'string' && question('shareOf', t.shareOf, shareBases)}
    </>
  )
}
