import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { withPalette } from './palette-png.ts'

/** What a browser sees in a PNG: each pixel as `r,g,b`, row by row. */
async function withBrowser<Value>(
  work: (tools: {
    shoot: (html: string) => Promise<Buffer>
    pixels: (png: Buffer) => Promise<string[]>
  }) => Promise<Value>,
): Promise<Value> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 64, height: 48 } })
    return await work({
      shoot: async html => {
        await page.setContent(`<!doctype html><body style="margin:0">${html}`)
        return page.screenshot()
      },
      pixels: async png => {
        const address = `data:image/png;base64,${png.toString('base64')}`
        return page.evaluate(`(async () => {
          const picture = new Image()
          picture.src = ${JSON.stringify(address)}
          await picture.decode()
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
          canvas.drawImage(picture, 0, 0)
          const { data } = canvas.getImageData(0, 0, picture.width, picture.height)
          return Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 3).join())
        })()`) as Promise<string[]>
      },
    })
  } finally {
    await browser.close()
  }
}

test('a picture with few colours is exactly the same, and smaller', async () => {
  await withBrowser(async ({ shoot, pixels }) => {
    const png = await shoot('<p style="background:#0d5c63;color:#fff;margin:6px">Å</p><hr>')
    const small = withPalette(png)
    expect(await pixels(small)).toEqual(await pixels(png))
    expect(small.length).toBeLessThan(png.length)
  })
})

test('of many colours the common ones stay and the others move little', async () => {
  await withBrowser(async ({ shoot, pixels }) => {
    const png = await shoot(
      '<div style="height:24px;background:linear-gradient(90deg,#f00,#0f0,#00f)"></div><div style="height:24px;background:linear-gradient(45deg,#123,#fed)"></div>',
    )
    const before = await pixels(png)
    const after = await pixels(withPalette(png))
    expect(new Set(before).size).toBeGreaterThan(256)
    expect(new Set(after).size).toBeLessThanOrEqual(256)
    const moved = before.map((colour, at) => {
      const [one, other] = [colour, after[at] ?? ''].map(text => text.split(',').map(Number))
      return Math.max(...(one ?? []).map((value, channel) => Math.abs(value - (other?.[channel] ?? 0))))
    })
    expect(Math.max(...moved)).toBeLessThan(48)
  })
})

test('what is no PNG is refused', () => {
  expect(() => withPalette(Buffer.from('GIF89a'))).toThrow()
})
