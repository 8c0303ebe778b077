import { fontName } from '../../../platform/documents/look.ts'
import { qrMatrix } from '../../../platform/documents/qr.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { codeMessages } from '../messages/codes.ts'
import type { LocalText } from '../rules/questionnaire.ts'
import { qrSvg } from './qr-svg.ts'

interface CodeWave {
  readonly association: string
  readonly questionnaire: LocalText
  readonly closesOn: string
}

/** What `codeSheetsTemplate` sets: eight codes on an A4, with cut lines. */
export function codeSheetsModel(
  wave: CodeWave,
  codes: readonly {
    readonly code: string
    readonly initiative: string | null
    readonly shown: string
    readonly address: string
  }[],
  language: Language,
): object {
  const t = codeMessages[language].sheets
  return {
    title: wave.questionnaire[language] ?? Object.values(wave.questionnaire)[0] ?? '',
    association: wave.association,
    language,
    scan: t.scan,
    code: t.code,
    once: t.once(formatDate(language, wave.closesOn)),
    alt: t.qr,
    codes: codes.map(({ code, initiative, shown, address }) => ({
      unit: initiative ?? wave.association,
      code,
      shown,
      svg: qrSvg(qrMatrix(address)),
    })),
  }
}

/** What people wrote comes in `/model.json` only. */
export const codeSheetsTemplate = `
#let model = json("/model.json")
#set document(title: model.title, author: model.association)
#set text(font: "${fontName}", size: 9pt, lang: model.language, hyphenate: false)
#set page(paper: "a4", margin: (x: 1cm, y: 1cm))
#set par(leading: 0.5em, spacing: 0.7em)
#show heading: set text(size: 11pt)
#let cut = (paint: rgb("#888888"), thickness: 0.6pt, dash: "dashed")
#grid(
  columns: (1fr, 1fr),
  rows: (27.7cm - 0.1cm) / 4,
  stroke: cut,
  inset: 0.5cm,
  ..model.codes.map(it => [
    #heading(level: 1, model.title)
    #par(it.unit)
    #grid(
      columns: (2.9cm, 1fr),
      column-gutter: 0.4cm,
      image(bytes(it.svg), format: "svg", alt: model.alt, width: 2.9cm),
      [
        #par(model.scan)
        #par(strong(it.shown))
        #par[#model.code: #text(size: 12pt, strong(it.code))]
      ],
    )
    #par(model.once)
  ])
)
`
