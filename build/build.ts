/**
 * Builds what runs: the server and the command line to `dist/`, style, fonts and islands to `dist/public/assets/`
 * under names that carry their content's hash, with `dist/assets.json` to find them by.
 * `--if-needed` builds only when a source is newer than the last build.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { compile } from 'sass'

const root = join(import.meta.dirname, '..')
const target = join(root, 'dist')
const fontFile = 'atkinson-hyperlegible-next-latin-wght-normal.woff2'

const isNewer = (path: string, than: number) => statSync(join(root, path)).mtimeMs > than

function isBuilt(): boolean {
  const mark = join(target, 'assets.json')
  if (!existsSync(mark)) return false
  const built = statSync(mark).mtimeMs
  const sources = globSync(['src/**/*.{ts,tsx,scss,svg}', 'build/*.ts', 'package-lock.json'], { cwd: root })
  return !sources.some(path => isNewer(path, built))
}

const hashOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 10)

/** What background threads load: the thread, and the modules whose functions it is asked for. */
const inThreads = ['platform/background/thread', 'modules/conference/rules/groups/draw']

async function buildServer(folder: string) {
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      cli: 'src/cli.ts',
      typesetter: 'src/platform/documents/typesetter.ts',
      ...Object.fromEntries(inThreads.map(module => [module, `src/${module}.ts`])),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    legalComments: 'none',
  })
}

async function buildStyle(assets: string): Promise<string> {
  const { css } = compile(join(root, 'src/ui/styles/main.scss'), {
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    silenceDeprecations: ['import'],
  })
  const { code } = await transform(css, {
    loader: 'css',
    minify: true,
    target: ['chrome109', 'safari15', 'firefox115'],
  })
  const name = `main-${hashOf(code)}.css`
  writeFileSync(join(assets, name), code)
  return name
}

/** One file an island, nothing shared at run time but what esbuild splits off; old phones get what they understand. */
async function buildIslands(assets: string): Promise<Record<string, string>> {
  const islands = globSync('src/islands/*.{ts,tsx}', { cwd: root })
  if (islands.length === 0) return {}
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: islands,
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome87', 'safari14.1', 'firefox78'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    legalComments: 'none',
  })
  const named: Record<string, string> = {}
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const island = output.entryPoint?.match(/([^/]+)\.tsx?$/)?.[1]
    if (island) named[island] = path.slice(path.lastIndexOf('/') + 1)
  }
  return named
}

function copyFont(assets: string) {
  const require = createRequire(import.meta.url)
  const home = require.resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json')
  copyFileSync(join(home, '..', 'files', fontFile), join(assets, fontFile))
}

/** Compressed once here at the highest quality, instead of at every request at a low one. */
function compressAll(assets: string) {
  for (const name of readdirSync(assets)) {
    if (/\.(woff2|br|gz)$/.test(name)) continue
    const content = readFileSync(join(assets, name))
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content))
    writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}

async function buildInto(folder: string) {
  const assets = join(folder, 'public', 'assets')
  mkdirSync(assets, { recursive: true })
  const [style, islands] = await Promise.all([buildStyle(assets), buildIslands(assets), buildServer(folder)])
  copyFont(assets)
  const mark = readFileSync(join(root, 'src/ui/mark.svg'))
  const icon = `mark-${hashOf(mark)}.svg`
  writeFileSync(join(assets, icon), mark)
  compressAll(assets)
  writeFileSync(
    join(folder, 'assets.json'),
    JSON.stringify({ style, icon, islands, font: fontFile }, null, 2),
  )
}

async function buildAll() {
  const fresh = `${target}.${process.pid}`
  const old = `${target}.old.${process.pid}`
  try {
    await buildInto(fresh)
    // A running server keeps the files it has open; the swap is two renames.
    if (existsSync(target)) renameSync(target, old)
    renameSync(fresh, target)
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true })
  }
}

if (!process.argv.includes('--if-needed') || !isBuilt()) await buildAll()
