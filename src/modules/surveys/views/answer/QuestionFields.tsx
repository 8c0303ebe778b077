import { Choice, choiceId } from '../../../../ui/Choice.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { textIn } from '../../messages/answer-language.ts'
import { type Option, type Question, stepsOf } from '../../rules/questionnaire.ts'
import { longestText, type SheetProblem } from '../../rules/sheet.ts'

export interface QuestionFieldsModel {
  readonly question: Question
  readonly language: string
  readonly name: string
  /** What has been answered so far; several values stand with `|` between them. */
  readonly written: string
  readonly problem: SheetProblem['problem'] | undefined
  /** The question is the page's own heading, or one of many. */
  readonly heading: 'h1' | 'h2'
}

/** One question with its answers: "I do not know" stands apart from the others. */
export const QuestionFields = (model: QuestionFieldsModel) => {
  const { question, language, name, problem, heading: Heading } = model
  const t = answerTexts(language)
  const hintId = `${name}-hint`
  const errorId = `${name}-error`
  const hint = [
    question.hint && textIn(question.hint, language),
    question.kind === 'choices' && t.several,
    question.kind === 'text' && !question.hint && t.textHint,
  ].filter(Boolean)
  const described = [hint.length > 0 && hintId, problem && errorId].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={problem ? 'field field-wrong' : 'field'} aria-describedby={described}>
      <legend class="answer-question">
        <Heading tabindex={-1}>
          {textIn(question.text, language)}
          {question.required && <span class="optional"> ({t.required})</span>}
        </Heading>
      </legend>
      {hint.length > 0 && (
        <p class="hint" id={hintId}>
          {hint.join(' ')}
        </p>
      )}
      <button type="button" class="button button-quiet answer-read" data-read hidden>
        {t.readAloud}
      </button>
      {problem && (
        <p class="field-error" id={errorId}>
          <Icon name="error" />
          <span>{sentenceFor(problem, question, language)}</span>
        </p>
      )}
      <Answers {...model} described={described} />
    </fieldset>
  )
}

const Answers = (model: QuestionFieldsModel & { described: string | undefined }) => {
  const { question, language, name, written, described } = model
  if (question.kind === 'text')
    return (
      <textarea
        class="input input-full"
        id={name}
        name={name}
        rows={6}
        data-free-text
        aria-label={textIn(question.text, language)}
        aria-describedby={described}
      >
        {written}
      </textarea>
    )
  const type = question.kind === 'choices' ? 'checkbox' : 'radio'
  const chosen = written.split('|')
  const options: readonly Option<string | number>[] =
    question.kind === 'number'
      ? []
      : question.kind === 'scale'
        ? stepsOf(question).map(({ value, label }) => ({ value, label: label ?? {} }))
        : question.options
  const { unknown } = question
  return (
    <>
      {question.kind === 'number' && (
        <div class="input-with-unit">
          <input
            class="input input-short"
            id={name}
            name={name}
            inputMode={question.decimals > 0 ? 'decimal' : 'numeric'}
            value={written === unknown?.value ? '' : written}
            aria-label={textIn(question.text, language)}
            aria-describedby={described}
          />
          {question.unit && <span>{textIn(question.unit, language)}</span>}
        </div>
      )}
      {options.length > 0 && (
        <div class="choices choices-row answer-choices">
          {options.map(({ value, label }, index) => (
            <Choice
              key={value}
              type={type}
              name={name}
              id={choiceId(name, index)}
              option={{ value: String(value), label: optionText(question, value, label, language) }}
              checked={chosen.includes(String(value))}
            />
          ))}
        </div>
      )}
      {unknown && (
        <div class="choices choices-row answer-choices answer-unknown">
          <Choice
            type={question.kind === 'number' ? 'checkbox' : type}
            name={name}
            id={choiceId(name, options.length + 1)}
            option={{ value: unknown.value, label: textIn(unknown.label, language) }}
            checked={chosen.includes(unknown.value)}
          />
        </div>
      )}
    </>
  )
}

/** Steps between the labelled ones are known by their number alone, and then all are numbered. */
function optionText(
  question: Question,
  value: string | number,
  label: Readonly<Record<string, string>>,
  language: string,
): string {
  const text = textIn(label, language)
  if (question.kind !== 'scale' || question.options) return text
  return text ? `${value} – ${text}` : String(value)
}

function sentenceFor(problem: SheetProblem['problem'], question: Question, language: string): string {
  const t = answerTexts(language).wrong
  if (problem === 'outside-range' && question.kind === 'number')
    return t['outside-range'](question.from, question.to)
  if (problem === 'too-many-decimals' && question.kind === 'number')
    return t['too-many-decimals'](question.decimals)
  if (problem === 'too-long') return t['too-long'](longestText)
  if (problem === 'unknown-question' || problem === 'outside-range' || problem === 'too-many-decimals')
    return t['not-an-option']
  return t[problem]
}
