import { useTexts } from '../../../../platform/i18n/language.ts'
import { Page } from '../../../../ui/Page.tsx'
import { CheckBoxes, PaperLines, Sheet } from '../../../../ui/Sheet.tsx'
import { directionOf } from '../../messages/answer-language.ts'
import { paperMessages } from '../../messages/paper.ts'
import type { PaperPrint } from '../../schema/paper-form.ts'

/** The questionnaire as it is printed, in the respondent's language and the direction in which that is read. */
export const PaperForm = ({ print, back }: { print: PaperPrint; back: string }) => {
  const t = useTexts(paperMessages).form
  return (
    <Page title={print.title}>
      <Sheet screenOnly>
        <p>
          <a href={back}>{t.back}</a>
        </p>
      </Sheet>
      <div lang={print.language} dir={directionOf(print.language)}>
        <h1>{print.title}</h1>
        <p>{print.introduction}</p>
        {print.questions.map(question => (
          <Sheet key={question.text} heading={question.text} flows>
            {question.hint && <p>{question.hint}</p>}
            {question.boxes.length > 0 ? (
              <CheckBoxes boxes={question.boxes} />
            ) : (
              <PaperLines lines={question.lines} unit={question.unit} />
            )}
          </Sheet>
        ))}
        <p>{print.thanks}</p>
      </div>
    </Page>
  )
}
