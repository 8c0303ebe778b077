import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  File,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx'
import { ChartRun } from 'docx/charts'
import type { Language } from '../i18n/language.ts'
import {
  type Bars,
  type Block,
  cellText,
  checkDocument,
  type Document,
  type Figure,
  isText,
  type List,
  printable,
  type Run,
  runsOf,
  type Table,
  type Text,
  widthOf,
} from './document.ts'
import { docxStyles } from './docx-styles.ts'
import { colours, fontName, readFace } from './look.ts'
import { messages } from './messages.ts'

const ink = colours.ink.slice(1)
const textWidthTwips = 9_300
const textWidthPixels = (textWidthTwips / 1440) * 96

/** Word's language tags; it has no plain `sv`. */
const wordLanguage: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }

/**
 * The document as a Word file, A4: real headings, captions and lists, header rows that repeat, alternative texts,
 * language, and the font inside, so that it looks the same where the font is not installed.
 * @throws {WrongDocument}
 */
export async function toDocx(document: Document): Promise<Buffer> {
  checkDocument(document)
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: printable(document.title) }),
    ...(document.subtitle ? [new Paragraph({ style: 'Subtitle', text: printable(document.subtitle) })] : []),
    ...blocks(document),
  ]
  const file = new File({
    title: printable(document.title),
    creator: printable(document.author ?? ''),
    lastModifiedBy: printable(document.author ?? ''),
    styles: docxStyles(wordLanguage[document.language]),
    numbering: { config: [bullets, ...document.blocks.filter(isOrdered).map((_, index) => numbered(index))] },
    fonts: [
      { name: fontName, data: readFace('regular'), bold: readFace('bold'), italic: readFace('italic') },
    ],
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1303, right: 1303 } },
        },
        footers: { default: footer(document) },
        children,
      },
    ],
  })
  return Packer.toBuffer(file)
}

const isOrdered = (block: Block): block is List => block.kind === 'list' && block.ordered === true

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 480, hanging: 300 } } },
  },
]

const bullets = { reference: 'bullets', levels: levels(LevelFormat.BULLET, '•') }

/** Each ordered list counts from 1, so each has a numbering of its own. */
const numbered = (index: number) => ({
  reference: `list-${index}`,
  levels: levels(LevelFormat.DECIMAL, '%1.'),
})

function blocks(document: Document): (Paragraph | WordTable)[] {
  const counts: Counts = { table: 0, figure: 0, list: 0 }
  return document.blocks.flatMap(block => blockOf(document.language, block, counts))
}

/** How many of each have been written, for their numbers. */
interface Counts {
  table: number
  figure: number
  list: number
}

function blockOf(language: Language, block: Block, counts: Counts): (Paragraph | WordTable)[] {
  const words = messages[language]
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headingLevels[block.level], text: printable(block.text) })]
    case 'paragraph':
      return [paragraph(block.text)]
    case 'note':
      return [paragraph(block.text, { style: 'Note' })]
    case 'list': {
      const reference = block.ordered ? `list-${counts.list}` : bullets.reference
      if (block.ordered) counts.list += 1
      return block.items.map(item =>
        paragraph(item, { style: 'ListParagraph', numbering: { reference, level: 0 } }),
      )
    }
    case 'terms':
      return block.terms.map(({ term, text }) =>
        paragraph([{ text: `${term}: `, strong: true }, ...runsOf(text)], { style: 'ListParagraph' }),
      )
    case 'table':
      counts.table += 1
      return [
        caption(`${words.table(counts.table)}: ${block.caption}`, true),
        table(language, block),
        new Paragraph({}),
      ]
    case 'figure':
    case 'bars':
      counts.figure += 1
      return [
        new Paragraph({
          style: 'Picture',
          keepNext: true,
          children: [block.kind === 'bars' ? chart(block) : picture(block)],
        }),
        caption(`${words.figure(counts.figure)}: ${block.caption}`, false),
      ]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })]
  }
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

const paragraph = (text: Text, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: runsOf(text).flatMap(piecesOf) })

function piecesOf({ text, strong, link }: Run): ParagraphChild[] {
  if (link === undefined) return lines(text, { bold: strong ?? false })
  return [new ExternalHyperlink({ link, children: lines(text, { style: 'Hyperlink' }) })]
}

/** Word has no line ending inside a text, so each line is a piece that begins with a break. */
const lines = (text: string, look: IRunOptions): TextRun[] =>
  text
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }))

const caption = (text: string, keepNext: boolean) =>
  new Paragraph({ style: 'Caption', keepNext, text: printable(text) })

function table(language: Language, { columns, rows }: Table): WordTable {
  const whole = columns.reduce((sum, column) => sum + widthOf(column), 0)
  const widths = columns.map(column => Math.floor((textWidthTwips * widthOf(column)) / whole))
  const cell = (text: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      borders: isHead ? headBorders : rowBorders,
      children: [
        new Paragraph({
          style: isHead ? 'TableHead' : 'TableText',
          alignment: columns[at] && isText(columns[at]) ? AlignmentType.START : AlignmentType.END,
          children: lines(text, { bold: isHead }),
        }),
      ],
    })
  return new WordTable({
    width: { size: textWidthTwips, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: noBorders,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, at) => cell(printable(column.name), at, true)),
      }),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, at) =>
              cell(cellText(language, column, row[at] ?? null), at, false),
            ),
          }),
      ),
    ],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const headBorders = { bottom: { style: BorderStyle.SINGLE, size: 10, color: colours.act.slice(1) } }
const rowBorders = { bottom: { style: BorderStyle.SINGLE, size: 4, color: colours.line.slice(1) } }

// Older programs show this, one transparent pixel, and say the alternative text.
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
)

function picture({ svg, alt, caption, size }: Figure): ImageRun {
  const scale = Math.min(1, textWidthPixels / size.width)
  const transformation = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) }
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: onePixel },
    transformation,
    altText: { name: printable(caption), title: printable(caption), description: printable(alt) },
  })
}

function chart({ bars, most, measure, caption, alt }: Bars): ChartRun {
  // Word counts categories from below. What is written stands in the name: beside a bar, LibreOffice breaks it to bits.
  const fromBelow = bars.toReversed()
  return new ChartRun({
    type: 'bar',
    categories: fromBelow.map(bar => printable(`${bar.label}: ${bar.written}`)),
    series: [
      {
        name: printable(measure),
        values: fromBelow.map(bar => bar.value),
        color: colours.act.slice(1),
      },
    ],
    gapWidth: 40,
    legend: false,
    font: { name: fontName, color: ink },
    chartArea: { border: 'none' },
    valueAxis: { minimum: 0, maximum: most, visible: false, gridlines: false },
    transformation: {
      width: Math.floor(textWidthPixels),
      height: 40 + bars.length * (bars.some(bar => bar.label.length > 30) ? 40 : 28),
    },
    altText: { name: printable(caption), title: printable(caption), description: printable(alt) },
  })
}

function footer({ title, language }: Document): Footer {
  const { page, of } = messages[language]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }],
        children: [
          new TextRun({
            children: [
              printable(title),
              new Tab(),
              `${page} `,
              PageNumber.CURRENT,
              ` ${of} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  })
}
