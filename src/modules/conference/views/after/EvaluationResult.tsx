import { useTexts } from '../../../../platform/i18n/language.ts'
import { BarChart } from '../../../../ui/charts/BarChart.tsx'
import { ActionForm } from '../../../../ui/Form.tsx'
import { KeyFigures } from '../../../../ui/KeyFigures.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { evaluation } from '../../messages/evaluation.ts'
import { evaluationPage } from '../../messages/evaluation-page.ts'
import {
  type EvaluationAnswerKey,
  type EvaluationQuestion,
  evaluationAnswers,
} from '../../rules/after/evaluation.ts'

export interface EvaluationResultModel {
  readonly answered: number
  readonly entitled: number
  readonly questions: readonly {
    readonly question: EvaluationQuestion
    readonly answers: Readonly<Record<EvaluationAnswerKey, number>> | undefined
  }[]
  readonly comments: readonly { readonly id: string; readonly wording: string; readonly withheld: boolean }[]
}

/** What the experts answered, with what is held back said where it would have stood. */
export const EvaluationResult = ({
  answered,
  entitled,
  questions,
  comments,
  fewest,
  withholdAt,
}: EvaluationResultModel & {
  fewest: number
  /** Where a comment is kept from the public; undefined for those who may not. */
  withholdAt?: string | undefined
}) => {
  const t = useTexts(evaluationPage)
  return (
    <>
      <Section heading={t.closed.heading} id="result">
        <KeyFigures
          figures={[{ figure: t.closed.answeredOf(answered, entitled), label: t.closed.answered }]}
        />
        {answered < fewest ? (
          <Message kind="info" heading={t.closed.tooFew(fewest)}>
            {t.closed.tooFewWhy}
          </Message>
        ) : (
          <Stack>
            {questions.map(one => (
              <Question key={one.question} {...one} fewest={fewest} />
            ))}
          </Stack>
        )}
      </Section>
      {answered >= fewest && <Comments comments={comments} withholdAt={withholdAt} />}
    </>
  )
}

const Question = ({
  question,
  answers,
  fewest,
}: EvaluationResultModel['questions'][number] & { fewest: number }) => {
  const t = useTexts(evaluationPage)
  const words = useTexts(evaluation).question[question]
  if (!answers) {
    return (
      <Panel tone="quiet">
        <h3>{words.ask}</h3>
        <p>{t.closed.questionTooFew(fewest)}</p>
      </Panel>
    )
  }
  const of = answers.good + answers.fair + answers.poor
  return (
    <BarChart
      title={words.ask}
      description={t.closed.answers(of)}
      what={t.closed.answerColumn}
      bars={evaluationAnswers.map(answer => ({ label: words[answer], count: answers[answer], of }))}
    />
  )
}

const Comments = ({
  comments,
  withholdAt,
}: {
  comments: EvaluationResultModel['comments']
  withholdAt: string | undefined
}) => {
  const t = useTexts(evaluationPage).comments
  return (
    <Section heading={t.heading} id="comments" lead={comments.length > 0 && t.lead}>
      {comments.length === 0 && <p>{t.none}</p>}
      {comments.length > 0 && withholdAt && <p>{t.withheldWhy}</p>}
      <Stack>
        {comments.map((comment, place) => (
          <Panel key={comment.id} tone="quiet">
            {comment.withheld && (
              <p>
                <Tag tone="warning">{t.withheld}</Tag>
              </p>
            )}
            {comment.wording.split('\n').map((line, index) => (
              <p key={index}>{line}</p>
            ))}
            {withholdAt && (
              <ActionForm
                action={`${withholdAt}/${comment.id}`}
                label={comment.withheld ? t.show : t.withhold}
                about={t.number(place + 1)}
                variant="quiet"
                hidden={{ withheld: comment.withheld ? 'no' : 'yes' }}
              />
            )}
          </Panel>
        ))}
      </Stack>
    </Section>
  )
}
