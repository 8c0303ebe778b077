import { fontName } from '../../../platform/documents/look.ts'
import { qrMatrix } from '../../../platform/documents/qr.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { waveMessages } from '../messages/waves.ts'
import { unitAddress } from '../rules/addresses.ts'
import type { LocalText } from '../rules/questionnaire.ts'
import { qrSvg } from './qr-svg.ts'

interface PosterWave {
  readonly association: string
  readonly questionnaire: LocalText
  readonly closesOn: string
}

/** What `posterTemplate` sets: an A4 sheet for each unit. */
export function posterModel(
  wave: PosterWave,
  units: readonly { readonly initiative: string | null; readonly link: string }[],
  publicUrl: string,
  language: Language,
): object {
  const t = waveMessages[language].poster
  return {
    title: wave.questionnaire[language] ?? Object.values(wave.questionnaire)[0] ?? '',
    association: wave.association,
    language,
    scan: t.scan,
    orType: t.orType,
    last: [t.anonymous, t.languages, t.until(formatDate(language, wave.closesOn))],
    posters: units.map(({ initiative, link }) => {
      const address = unitAddress(publicUrl, link)
      return {
        unit: initiative ?? wave.association,
        address,
        shown: address.replace(/^https?:\/\//, ''),
        alt: t.qr(address),
        svg: qrSvg(qrMatrix(address)),
      }
    }),
  }
}

/** Words that are read across a room, one sheet a unit. What people wrote comes in `/model.json` only. */
export const posterTemplate = `
#let model = json("/model.json")
#set document(title: model.title, author: model.association)
#set text(font: "${fontName}", size: 18pt, lang: model.language, hyphenate: false)
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.4cm))
#set align(center)
#set par(leading: 0.6em, spacing: 1em)
#show heading: set text(size: 34pt)
#show heading: set par(leading: 0.4em)
#for (place, poster) in model.posters.enumerate() {
  if place > 0 { pagebreak() }
  heading(level: 1, model.title)
  par(text(size: 20pt, poster.unit))
  v(1fr)
  par(model.scan)
  image(bytes(poster.svg), format: "svg", alt: poster.alt, width: 10cm)
  par[#model.orType \\ #link(poster.address, strong(poster.shown))]
  v(1fr)
  for sentence in model.last { par(text(size: 16pt, sentence)) }
}
`
