import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import { colours, fontName } from './look.ts'

const ink = colours.ink.slice(1)
const soft = colours.soft.slice(1)

/** Sizes are half points and distances twentieths of a point, as Word counts. */
export const docxStyles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: fontName, size: 21, color: ink, language: { value: language } },
      paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO, after: 160 } },
    },
    title: {
      run: { font: fontName, size: 48, bold: true, color: ink },
      paragraph: { spacing: { after: 160 } },
    },
    heading1: heading(32, 440),
    heading2: heading(25, 360),
    heading3: heading(21, 280),
    hyperlink: { run: { color: colours.act.slice(1), underline: {} } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 24, color: soft } },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 19, color: soft },
      paragraph: { spacing: { before: 240, after: 100 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
    },
    { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: { bold: true } },
    // Programs cut a picture to the line when lines are given more or less room than one.
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 240 } },
    },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: soft } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 200, right: 200 },
        shading: { fill: colours.sunken.slice(1) },
        border: { left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: colours.act.slice(1) } },
      },
    },
  ],
})

const heading = (size: number, before: number) => ({
  run: { font: fontName, size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 140 }, keepNext: true },
})
