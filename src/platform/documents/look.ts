import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The light theme's colours for print, as `#rrggbb`. The contrast of each on white is at least 4.5:1 for text. */
export const colours = { ink: '#1d2b2e', soft: '#556062', act: '#0d5f66', line: '#e2d9cb', sunken: '#f3ede3' }

export const fontName = 'Atkinson Hyperlegible Next'

const faces = {
  regular: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  italic: '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
  bold: '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
}

// The look of the pages comes from another package, which has WOFF2 only; neither Typst nor Word reads that.
const home = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'),
)

export const fontFiles: readonly string[] = Object.values(faces).map(file => join(home, file))

/** A face of the font as a TrueType file. */
export const readFace = (face: keyof typeof faces): Buffer => readFileSync(join(home, faces[face]))
