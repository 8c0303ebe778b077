import { colours, fontName } from './look.ts'

/**
 * How a document looks as PDF: a Typst program that reads `/model.json`. What people wrote reaches it only there,
 * as JSON strings, which Typst sets as they are: `#panic()` or `$` in a name is text and never code.
 */
export const documentTemplate = `
#let model = json("/model.json")
#let ink = rgb("${colours.ink}")
#let soft = rgb("${colours.soft}")
#let act = rgb("${colours.act}")
#let line-colour = rgb("${colours.line}")
#let sunken = rgb("${colours.sunken}")

#set document(title: model.title, author: model.author)
#set text(font: "${fontName}", size: 10.5pt, fill: ink, lang: model.language, hyphenate: false)
#set par(leading: 0.7em, spacing: 1.1em)
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.2cm, bottom: 2.4cm),
  footer: context {
    set text(size: 8.5pt, fill: soft)
    grid(
      columns: (1fr, auto),
      column-gutter: 1cm,
      model.title,
      [#model.words.page #counter(page).get().first() #model.words.of #counter(page).final().first()],
    )
  },
)
#show title: set text(size: 24pt, fill: ink)
#show title: set block(below: 0.7em)
#show heading: set text(fill: ink)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading: set block(above: 1.8em, below: 0.8em)
#show link: set text(fill: act)
#show link: underline
#set list(indent: 0.4em, body-indent: 0.7em)
#set enum(indent: 0.4em, body-indent: 0.7em)
#show figure: set block(above: 1.6em, below: 1.6em)
#show figure: set align(left)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => block(width: 100%, text(size: 9.5pt, fill: soft, it))
#show figure.caption.where(kind: table): it => block(width: 100%, sticky: true, text(size: 9.5pt, fill: soft, it))
#set table(
  inset: (x: 5pt, y: 4.5pt),
  stroke: (_, y) => (bottom: if y == 0 { 1.2pt + act } else { 0.5pt + line-colour }),
)
#show table: set text(size: 9.5pt, number-width: "tabular")
#show table: set par(leading: 0.55em)
#show table.cell.where(y: 0): set text(weight: "bold")

#let piece(run) = {
  let body = if run.at("strong", default: false) { strong(run.text) } else { [#run.text] }
  if "link" in run { link(run.link, body) } else { body }
}
#let words(runs) = runs.map(piece).join()

#let show-block(block-model) = {
  let it = block-model
  if it.kind == "heading" {
    heading(level: it.level, it.text)
  } else if it.kind == "paragraph" {
    par(words(it.runs))
  } else if it.kind == "note" {
    block(
      width: 100%,
      fill: sunken,
      stroke: (left: 3pt + act),
      inset: (x: 12pt, y: 10pt),
      par(words(it.runs)),
    )
  } else if it.kind == "list" {
    let items = it.items.map(words)
    if it.ordered { enum(..items) } else { list(..items) }
  } else if it.kind == "terms" {
    block(above: 1.2em, below: 1.4em, terms(..it.terms.map(term => terms.item(term.term, words(term.runs)))))
  } else if it.kind == "table" {
    figure(
      kind: table,
      caption: it.caption,
      table(
        columns: it.widths.map(width => width * 1fr),
        align: it.aligns.map(name => if name == "right" { right + top } else { left + top }),
        table.header(..it.head.map(name => [#name])),
        ..it.rows.flatten().map(cell => [#cell]),
      ),
    )
  } else if it.kind == "figure" {
    figure(
      caption: it.caption,
      // Laid out by the picture's own size, and never wider than the text.
      layout(room => image(
        bytes(it.svg),
        format: "svg",
        alt: it.alt,
        width: calc.min(it.width * 0.75pt, room.width),
      )),
    )
  } else if it.kind == "page-break" {
    pagebreak(weak: true)
  }
}

#title()
#if model.subtitle != "" { par(text(size: 12pt, fill: soft, model.subtitle)) }
#for it in model.blocks { show-block(it) }
`
