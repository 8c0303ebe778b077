import type { FieldErrors } from '../../../../platform/http/form.ts'
import { useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkboxes.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SubNavigation } from '../../../../ui/SubNavigation.tsx'
import { nameOf, textIn } from '../../messages/answer-language.ts'
import { questionnaireMessages } from '../../messages/questionnaires.ts'
import { waveMessages } from '../../messages/waves.ts'
import type { FoundQuestionnaire } from '../../queries/questionnaires.ts'
import { questionFields } from '../../schema/questionnaire-form.ts'

export interface EditQuestionnaireModel {
  readonly questionnaire: FoundQuestionnaire
  /** The language whose words are changed. */
  readonly language: string
  /** What was typed; else the words that there are. */
  readonly entered: Readonly<Record<string, string>>
  readonly errors: FieldErrors
  readonly done?: boolean
}

export const EditQuestionnaire = ({
  questionnaire,
  language,
  entered,
  errors,
  done,
}: EditQuestionnaireModel) => {
  const { form, id } = questionnaire
  const t = useTexts(questionnaireMessages)
  const w = useTexts(waveMessages)
  const home = `/surveys/questionnaires/${id}`
  const title = textIn(form.title, language)
  const isTyped = Object.keys(entered).length > 0
  const shared = (name: string, words: string) => ({
    name,
    value: entered[name] ?? words,
    error: errors[name],
  })
  return (
    <Page title={t.edit.title} hasErrors={Object.keys(errors).length > 0}>
      <Breadcrumb
        links={[
          { href: '/surveys', label: w.surveys },
          { href: '/surveys/questionnaires', label: t.title },
          { href: home, label: title },
        ]}
        here={t.edit.title}
      />
      <ErrorSummary errors={errors} />
      {done && <Message kind="success" heading={t.edit.saved} isAnswer />}
      <PageHeading above={title} lead={t.edit.lead}>
        {t.edit.title}
      </PageHeading>
      <SubNavigation
        label={t.edit.language}
        links={form.languages.map(one => ({
          href: `${home}/edit?language=${encodeURIComponent(one)}`,
          label: nameOf(one),
          current: one === language,
        }))}
      />
      <Form action={`${home}/edit`} hidden={{ language }}>
        <Field {...shared('title', form.title[language] ?? '')} label={t.edit.name} />
        <Field
          {...shared('introduction', form.introduction[language] ?? '')}
          type="textarea"
          label={t.one.introduction}
        />
        {form.questions.map((question, place) => {
          const names = questionFields(question.id)
          return (
            <Section key={question.id} heading={t.edit.question(place + 1)}>
              <Field
                {...shared(names.text, question.text[language] ?? '')}
                type="textarea"
                rows={2}
                label={t.edit.text}
              />
              <Field
                {...shared(names.place, String(place + 1))}
                label={t.edit.place}
                inputMode="numeric"
                width="tiny"
              />
              {form.version > 1 && (
                <RadioGroup
                  name={names.continues}
                  label={t.edit.series}
                  value={entered[names.continues] ?? question.continues ?? 'new'}
                  options={[
                    { value: 'same', label: t.edit.same, hint: t.edit.sameHint },
                    { value: 'new', label: t.edit.new, hint: t.edit.newHint },
                  ]}
                />
              )}
              <Checkbox
                name={names.remove}
                label={t.edit.remove(place + 1)}
                checked={isTyped && entered[names.remove] === 'yes'}
                error={errors[names.remove]}
              />
            </Section>
          )
        })}
        <Field
          {...shared('thanks', form.thanks[language] ?? '')}
          type="textarea"
          rows={2}
          label={t.one.thanks}
        />
        <ButtonRow>
          <Button>{t.edit.save}</Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
