import { Button } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { answerTexts } from '../../messages/answer.ts'
import { respondentLanguages } from '../../messages/answer-language.ts'
import { AnswerFrame } from './AnswerFrame.tsx'

export type CodeProblem = 'wrong' | 'used' | 'closed'

/** Where whoever has a code begins. */
export const CodePage = ({
  language,
  typed,
  problem,
}: {
  language: string
  typed: string
  problem: CodeProblem | undefined
}) => {
  const t = answerTexts(language).code
  return (
    <AnswerFrame
      title={t.title}
      language={language}
      languages={{ offered: respondentLanguages, href: one => `/svara?sprak=${one}` }}
      islands={['answer']}
      hasErrors={problem !== undefined}
    >
      <h1>{t.title}</h1>
      <Form action="/svara">
        <input type="hidden" name="language" value={language} />
        <div class={problem ? 'field field-wrong' : 'field'}>
          <label class="label" for="code">
            {t.label}
          </label>
          <p class="hint" id="code-hint">
            {t.hint}
          </p>
          {problem && (
            <p class="field-error" id="code-error" role="alert">
              <Icon name="error" />
              <span>{t[problem]}</span>
            </p>
          )}
          <input
            class="input input-medium answer-code"
            id="code"
            name="code"
            dir="ltr"
            value={typed}
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={problem ? 'code-hint code-error' : 'code-hint'}
            aria-invalid={problem ? true : undefined}
            autofocus={problem !== undefined}
          />
        </div>
        <Button large>{t.button}</Button>
      </Form>
    </AnswerFrame>
  )
}
