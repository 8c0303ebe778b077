import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { compile } from 'sass'

/** The style as the build writes it: compiled and minified. For tests that measure it. */
export async function compiledStyle(): Promise<string> {
  const { css } = compile(fileURLToPath(new URL('../../src/ui/styles/main.scss', import.meta.url)))
  const { code } = await transform(css, {
    loader: 'css',
    minify: true,
    target: ['chrome109', 'safari15', 'firefox115'],
  })
  return code
}
