import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { Breadcrumb } from '../../../../ui/Breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Confirm.tsx'
import { DescriptionList } from '../../../../ui/DescriptionList.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { ActionForm } from '../../../../ui/Form.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SubNavigation } from '../../../../ui/SubNavigation.tsx'
import { directionOf, nameOf, textIn } from '../../messages/answer-language.ts'
import { questionnaireMessages } from '../../messages/questionnaires.ts'
import { waveMessages } from '../../messages/waves.ts'
import type { FoundQuestionnaire } from '../../queries/questionnaires.ts'
import { type Question, stepsOf } from '../../rules/questionnaire.ts'

export interface OneQuestionnaireModel {
  readonly questionnaire: FoundQuestionnaire
  /** The language that it is shown in. */
  readonly shown: string
  /** Those that a copy can be made for. */
  readonly associations: readonly { readonly id: string; readonly name: string }[]
  readonly mayChange: boolean
  readonly done?: 'imported' | 'copied' | 'version' | undefined
  readonly refusal?: keyof (typeof questionnaireMessages)['sv']['refusal'] | undefined
}

export const OneQuestionnaire = (model: OneQuestionnaireModel) => {
  const { questionnaire, shown, associations, mayChange, done, refusal } = model
  const { form, id, locked } = questionnaire
  const t = useTexts(questionnaireMessages)
  const w = useTexts(waveMessages)
  const language = useLanguage()
  const title = textIn(form.title, language)
  const home = `/surveys/questionnaires/${id}`
  return (
    <Page title={title} hasErrors={refusal !== undefined}>
      <Breadcrumb
        links={[
          { href: '/surveys', label: w.surveys },
          { href: '/surveys/questionnaires', label: t.title },
        ]}
        here={title}
      />
      <ErrorSummary>{refusal && <p>{t.refusal[refusal]}</p>}</ErrorSummary>
      {done && <Message kind="success" heading={t.done[done]} isAnswer />}
      <PageHeading above={w.group[form.group]} lead={form.owner.about && textIn(form.owner.about, language)}>
        {title}
      </PageHeading>
      <ButtonRow>
        <LinkButton href={`${home}/questionnaire.json`} variant="secondary" download>
          {t.one.download}
        </LinkButton>
        {mayChange && !locked && <LinkButton href={`${home}/edit`}>{t.one.change}</LinkButton>}
        {mayChange && locked && (
          <ActionForm action={`${home}/version`} label={t.one.next} variant="secondary" />
        )}
        {associations.map(one => (
          <ActionForm
            key={one.id}
            action={`${home}/copy`}
            label={t.one.copy}
            about={t.one.copyFor(one.name)}
            variant="secondary"
            hidden={{ association: one.id }}
          />
        ))}
      </ButtonRow>
      <Section heading={t.one.about}>
        <DescriptionList
          items={[
            { term: t.one.owner, description: form.owner.name },
            { term: t.version, description: form.version },
            { term: t.state, description: locked ? t.locked : t.open },
          ]}
        />
      </Section>
      <Section heading={t.one.preview} lead={t.one.previewLead} id="preview">
        <SubNavigation
          label={t.one.in}
          links={form.languages.map(one => ({
            href: `${home}?language=${encodeURIComponent(one)}#preview`,
            label: nameOf(one),
            current: one === shown,
          }))}
        />
        <div lang={shown} dir={directionOf(shown)}>
          <p>{textIn(form.introduction, shown)}</p>
        </div>
        <ol>
          {form.questions.map(question => (
            <Asked key={question.id} question={question} shown={shown} />
          ))}
        </ol>
        <p lang={shown} dir={directionOf(shown)}>
          {textIn(form.thanks, shown)}
        </p>
      </Section>
      {mayChange && !locked && (
        <Confirm id="remove" action={`${home}/remove`} label={t.one.remove} variant="danger">
          <p>{t.one.removeAsks(title)}</p>
        </Confirm>
      )}
    </Page>
  )
}

/** A question as it is read, and what its answers are counted for. */
const Asked = ({ question, shown }: { question: Question; shown: string }) => {
  const t = useTexts(questionnaireMessages).one
  const measure = question.kind === 'text' ? undefined : question.measure
  return (
    <li>
      <div lang={shown} dir={directionOf(shown)}>
        <p>
          <b>{textIn(question.text, shown)}</b>
        </p>
        {question.hint && <p class="hint">{textIn(question.hint, shown)}</p>}
        <Answers question={question} shown={shown} />
      </div>
      {question.kind === 'text' && <p class="hint">{t.text}</p>}
      {question.kind === 'choices' && <p class="hint">{t.several}</p>}
      {question.kind === 'number' && (
        <p class="hint">{t.number(String(question.from), String(question.to))}</p>
      )}
      <p class="hint">
        {measure
          ? `${t.measure(measure.key)}. ${t.favourable}: ${favourableOf(question, shown, t)}`
          : t.noMeasure}
      </p>
    </li>
  )
}

const optionsOf = (question: Question, shown: string) => {
  if (question.kind === 'number' || question.kind === 'text') return []
  const options = question.kind === 'scale' ? stepsOf(question) : question.options
  return options.map(({ value, label }) => ({
    value,
    label: label ? textIn(label, shown) : String(value),
  }))
}

const Answers = ({ question, shown }: { question: Question; shown: string }) => {
  const options = optionsOf(question, shown)
  const unknown = question.kind !== 'text' && question.unknown
  if (options.length === 0) return null
  return (
    <ul>
      {options.map(({ value, label }) => (
        <li key={value}>{label}</li>
      ))}
      {unknown && <li>{textIn(unknown.label, shown)}</li>}
    </ul>
  )
}

function favourableOf(
  question: Question,
  shown: string,
  t: (typeof questionnaireMessages)['sv']['one'],
): string {
  if (question.kind === 'text' || !question.measure) return ''
  if (question.kind === 'number') {
    const { from = question.from, to = question.to } = question.measure.favourable
    return t.number(String(from), String(to))
  }
  const favourable = new Set<string | number>(question.measure.favourable)
  return optionsOf(question, shown)
    .filter(({ value }) => favourable.has(value))
    .map(({ label }) => label)
    .join(', ')
}
