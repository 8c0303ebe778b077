import { fontName } from '../../../platform/documents/look.ts'
import { paperKeys, unknownOf } from '../rules/paper.ts'
import type { LocalText, Question, Questionnaire } from '../rules/questionnaire.ts'

/** A questionnaire as it is printed in one language. */
export interface PaperPrint {
  readonly title: string
  readonly introduction: string
  readonly thanks: string
  readonly language: string
  readonly questions: readonly {
    readonly text: string
    readonly hint: string
    readonly boxes: readonly { readonly key: string; readonly label: string }[]
    readonly lines: number
    readonly unit: string
  }[]
}

const linesForText = 4

export function paperPrint(form: Questionnaire, language: string): PaperPrint {
  const said = (text: LocalText | undefined) => text?.[language] ?? ''
  return {
    title: said(form.title),
    introduction: said(form.introduction),
    thanks: said(form.thanks),
    language,
    questions: form.questions.map((question, place) => ({
      text: `${place + 1}. ${said(question.text)}`,
      hint: said(question.hint),
      boxes: boxesOf(question, said),
      lines: question.kind === 'text' ? linesForText : 1,
      unit: question.kind === 'number' ? said(question.unit) : '',
    })),
  }
}

function boxesOf(question: Question, said: (text: LocalText | undefined) => string) {
  const keys = paperKeys(question)
  const unknown = unknownOf(question)
  if (keys.length === 0) return []
  return [...keys, ...(unknown ? [unknown] : [])].map(({ key, label }) => ({ key, label: said(label) }))
}

/** The typeface has Latin letters only; a form in another script is printed from its page. */
export const canBeSet = (print: PaperPrint): boolean =>
  !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(JSON.stringify(print))

/** What `paperTemplate` reads. */
export const paperModel = (print: PaperPrint, staffLine: string, author: string): object => ({
  ...print,
  // Typst knows languages, not their variants: easy Swedish is Swedish.
  language: print.language.split('-')[0],
  staffLine,
  author,
})

/** A form to fill in by pen. What people wrote comes in `/model.json` only. */
export const paperTemplate = `
#let model = json("/model.json")
#set document(title: model.title, author: model.author)
#set text(font: "${fontName}", size: 12pt, lang: model.language, hyphenate: false)
#set page(paper: "a4", margin: (x: 2cm, y: 1.8cm), header: align(right, text(size: 9pt)[#model.staffLine #box(width: 2.5cm, stroke: (bottom: 0.6pt), height: 1em)]), numbering: "1 / 1")
#set par(leading: 0.6em, spacing: 0.9em)
#show title: set text(size: 20pt)
#show heading: set text(size: 12.5pt)
#show heading: set block(above: 1.4em, below: 0.7em)
#title()
#par(model.introduction)
#for question in model.questions {
  block(breakable: false, {
    heading(level: 1, question.text)
    if question.hint != "" { par(text(size: 10.5pt, question.hint)) }
    if question.boxes.len() > 0 {
      list(
        marker: box(width: 0.85em, height: 0.85em, stroke: 0.8pt),
        spacing: 0.75em,
        ..question.boxes.map(it => [#strong(it.key) #h(0.3em) #it.label]),
      )
    } else {
      for _ in range(question.lines) {
        v(1.1em)
        line(length: if question.lines == 1 { 4cm } else { 100% }, stroke: 0.6pt)
      }
      if question.unit != "" { question.unit }
    }
  })
}
#v(1em)
#par(model.thanks)
`
