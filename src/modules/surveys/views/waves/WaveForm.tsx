import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Checkboxes } from '../../../../ui/Checkboxes.tsx'
import { Details } from '../../../../ui/Details.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { waveMessages } from '../../messages/waves.ts'
import type { QuestionnaireChoice } from '../../queries/questionnaires.ts'
import { expectedField, wholeAssociation } from '../../schema/wave-form.ts'

export interface WaveFormModel {
  readonly association: { readonly id: string; readonly name: string }
  /** The wave that is changed; none where a new one is planned. */
  readonly wave?: { readonly id: string; readonly name: string } | undefined
  readonly questionnaires: readonly QuestionnaireChoice[]
  readonly initiatives: readonly { readonly id: string; readonly name: string }[]
  readonly entered: Entered
  readonly errors: FieldErrors
  readonly refusal?: keyof (typeof waveMessages)['sv']['refusal'] | undefined
}

export const WaveForm = (model: WaveFormModel) => {
  const { association, wave, questionnaires, initiatives, entered, errors, refusal } = model
  const messages = useTexts(waveMessages)
  const t = messages.form
  const language = useLanguage()
  const title = wave ? t.titleChange(wave.name) : t.title
  const value = (name: string) => (typeof entered[name] === 'string' ? entered[name] : '')
  const chosen = entered.units ?? []
  const option = (one: QuestionnaireChoice) => ({
    value: one.id,
    label: t.option(
      messages.group[one.respondents],
      one.title[language] ?? Object.values(one.title)[0] ?? '',
      one.version,
    ),
  })
  const units = [
    { id: wholeAssociation, name: messages.whole },
    ...initiatives.map(({ id, name }) => ({ id, name })),
  ]
  const count = (unit: string, label: string) => (
    <Field
      key={unit}
      name={expectedField(unit)}
      label={label}
      optional
      inputMode="numeric"
      width="tiny"
      value={value(expectedField(unit))}
      error={errors[expectedField(unit)]}
    />
  )
  return (
    <Page title={title} hasErrors={Object.keys(errors).length > 0 || refusal !== undefined}>
      <Breadcrumb
        links={[
          { href: '/surveys', label: messages.surveys },
          ...(wave ? [{ href: `/surveys/${wave.id}`, label: wave.name }] : []),
        ]}
        here={title}
      />
      <ErrorSummary errors={errors}>{refusal && <p>{messages.refusal[refusal]}</p>}</ErrorSummary>
      <PageHeading above={association.name} lead={t.lead}>
        {title}
      </PageHeading>
      <Form
        action={wave ? `/surveys/${wave.id}/edit` : '/surveys/new'}
        {...(!wave && { hidden: { association: association.id } })}
      >
        <Select
          name="questionnaireId"
          label={t.questionnaire}
          hint={t.questionnaireHint}
          placeholder={t.placeholder}
          width="full"
          value={value('questionnaireId')}
          error={errors.questionnaireId}
          options={[
            { group: t.own, options: questionnaires.filter(one => one.own).map(option) },
            { group: t.shipped, options: questionnaires.filter(one => !one.own).map(option) },
          ].filter(group => group.options.length > 0)}
        />
        <Field name="name" label={t.name} hint={t.nameHint} value={value('name')} error={errors.name} />
        <Field
          name="period"
          label={t.period}
          hint={t.periodHint}
          width="short"
          value={value('period')}
          error={errors.period}
        />
        <Field
          name="opensOn"
          type="date"
          label={t.opensOn}
          hint={t.opensOnHint}
          value={value('opensOn')}
          error={errors.opensOn}
        />
        <Field
          name="closesOn"
          type="date"
          label={t.closesOn}
          hint={t.closesOnHint}
          value={value('closesOn')}
          error={errors.closesOn}
        />
        <RadioGroup
          name="how"
          label={t.how}
          value={value('how')}
          error={errors.how}
          options={[
            { value: 'link', label: t.howLink, hint: t.howLinkHint },
            { value: 'codes', label: t.howCodes, hint: t.howCodesHint },
          ]}
        />
        <Checkboxes
          name="units"
          label={t.units}
          hint={`${t.unitsHint} ${t.expectedHint}`}
          values={typeof chosen === 'string' ? [chosen] : chosen}
          error={errors.units}
          options={units.map(unit => ({
            value: unit.id,
            label: unit.name,
            below: count(unit.id, t.expected(unit.name)),
          }))}
        />
        <Details
          summary={t.newHeading}
          open={initiatives.length === 0 || value('newInitiative') !== '' || 'newInitiative' in errors}
        >
          <Field
            name="newInitiative"
            label={t.newInitiative}
            hint={t.newInitiativeHint}
            optional
            value={value('newInitiative')}
            error={errors.newInitiative}
          />
          {count('new', t.newExpected)}
        </Details>
        <ButtonRow>
          <Button>{t.save}</Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
