import fc from 'fast-check'
import { renderToString as render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Assets } from './assets.ts'
import { BarChart } from './charts/BarChart.tsx'
import { Histogram } from './charts/Histogram.tsx'
import { Turnout } from './charts/Turnout.tsx'
import { Layout, withLanguage } from './Layout.tsx'
import { Message } from './Message.tsx'
import { Pagination, shownPages } from './Pagination.tsx'
import { Progress } from './Progress.tsx'
import { pathOf, QrCode } from './QrCode.tsx'
import { Table } from './Table.tsx'

const assets: Assets = { style: 'main-1.css', icon: 'i.svg', font: 'f.woff2', islands: {} }
const layout = { title: 'Grupper', assets, path: '/groups?order=name' }
/** What a reader reads, without markup. */
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

test('the first thing that can be reached on a page is the way past the header', () => {
  const html = render(<Layout {...layout}>x</Layout>)
  expect(html).toMatch(/<body><a class="skip" href="#main">/)
  expect(html).toContain('<main id="main"')
})

test('the title says the page, then the product, and first of all that something is wrong', () => {
  expect(render(<Layout {...layout}>x</Layout>)).toContain('<title>Grupper – Mellanrum</title>')
  expect(
    render(
      <Layout {...layout} hasErrors>
        x
      </Layout>,
    ),
  ).toContain('<title>Fel: Grupper – Mellanrum</title>')
})

test('the language switch keeps the page and its query', () => {
  expect(withLanguage('/groups?order=name&lang=sv#top', 'en')).toBe('/groups?order=name&lang=en')
  expect(withLanguage('/groups', 'sv')).toBe('/groups?lang=sv')
  expect(withLanguage('/sok?q=vad%3F', 'en')).toBe('/sok?q=vad%3F&lang=en')
  expect(render(<Layout {...layout}>x</Layout>)).toContain('href="/groups?order=name&amp;lang=en"')
})

test('log-out is a form, and only for those who are logged in', () => {
  const person = { name: 'Processledare' }
  const html = render(
    <Layout {...layout} person={person} logOut="/log-out" logIn="/log-in">
      x
    </Layout>,
  )
  expect(html).toContain('<form method="post" action="/log-out">')
  expect(html).not.toContain('/log-in')
  expect(
    render(
      <Layout {...layout} logIn="/log-in" logOut="/log-out">
        x
      </Layout>,
    ),
  ).not.toContain('/log-out')
})

test('an island that the build does not know stops the page', () => {
  expect(() =>
    render(
      <Layout {...layout} islands={['gone']}>
        x
      </Layout>,
    ),
  ).toThrow('no island called "gone"')
})

test('a table says how it is sorted, and can be reached where it scrolls', () => {
  const html = render(
    <Table
      caption="Röster"
      rows={[{ name: 'A', votes: 2 }]}
      rowKey={row => row.name}
      columns={[
        { key: 'name', label: 'Namn', rowHeader: true, cell: row => row.name, sort: { href: '?s=name' } },
        {
          key: 'votes',
          label: 'Röster',
          numeric: true,
          cell: row => row.votes,
          sort: { href: '?s=votes', direction: 'descending' },
        },
      ]}
    />,
  )
  expect(html).toMatch(/aria-sort="none".*aria-sort="descending"/s)
  expect(html).toMatch(/<section class="table-scroll" aria-labelledby="([^"]+)" tabindex="0">/)
  expect(html).toContain('<th scope="row">A</th>')
})

test('a table without rows says so, in its own words or the caller’s', () => {
  const empty = { caption: 'Tomt', rows: [], rowKey: () => 1, columns: [] }
  expect(render(<Table {...empty} />)).toContain('Här finns inget ännu.')
  expect(render(<Table {...empty} empty="Lägg till en kandidat." />)).toContain('Lägg till en kandidat.')
})

test('a table that becomes cards keeps the roles that its display takes away', () => {
  const html = render(
    <Table
      caption="Kort"
      onPhone="stack"
      rows={['x']}
      rowKey={row => row}
      columns={[{ key: 'a', label: 'A', cell: row => row }]}
    />,
  )
  for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'cell'])
    expect(html).toContain(`role="${role}"`)
})

test('a message says its kind in words, and answers are announced', () => {
  expect(textOf(render(<Message kind="warning">x</Message>))).toContain('Viktigt')
  expect(
    textOf(
      render(
        <Message kind="success" heading="Sparat">
          x
        </Message>,
      ),
    ),
  ).toContain('Klart: Sparat')
  expect(render(<Message kind="success" isAnswer />)).toContain('role="status"')
  expect(render(<Message kind="error" isAnswer />)).toContain('role="alert"')
  expect(render(<Message kind="error" />)).not.toContain('role=')
})

test('progress never says more than all', () => {
  expect(render(<Progress label="Läser" value={9} max={8} />)).toMatch(/<progress[^>]*value="8" max="8"/)
  expect(render(<Progress label="Läser" value={0} max={0} />)).toMatch(/<progress[^>]*value="0" max="1"/)
})

test('a percentage has its k of n beside it, in the drawing and in the table', () => {
  const html = render(
    <BarChart title="Vilka?" description="Ja-röster" bars={[{ label: 'Plan', count: 13, of: 23 }]} />,
  )
  expect(textOf(html)).toContain('57 % 13 av 23')
  expect(textOf(html)).toContain('Plan 13 23 57 %')
  expect(html).toContain('width="56.52%"')
})

test('a group that is too small to be shown has no bar and no figure', () => {
  const html = render(
    <BarChart
      title="Vilka?"
      description="d"
      groups={[{ key: 'p', label: 'Politiker' }]}
      bars={[{ label: 'Plan', count: null, of: 3, group: 'p' }]}
    />,
  )
  expect(textOf(html)).toContain('Visas inte: för få svar')
  expect(html).not.toContain('class="bar"')
})

test('no answers is not the same as nobody said yes', () => {
  const chart = (count: number, of: number) =>
    textOf(render(<BarChart title="t" description="d" bars={[{ label: 'x', count, of }]} />))
  expect(chart(0, 0)).toContain('Ingen har svarat')
  expect(chart(0, 4)).toContain('0 % 0 av 4')
})

test('the limit is said in words beside the line', () => {
  const html = render(
    <BarChart
      title="t"
      description="d"
      limit={{ share: 0.5, label: 'Gräns' }}
      bars={[{ label: 'x', count: 1, of: 2 }]}
    />,
  )
  expect(textOf(html)).toContain('Gräns: 50 %')
})

test('a histogram without answers divides by nothing', () => {
  const html = render(<Histogram title="t" description="d" counts={[0, 0, 0]} />)
  expect(html).not.toMatch(/NaN|Infinity/)
})

test('turnout is said politely, also before anybody may vote', () => {
  const html = render(<Turnout voted={17} entitled={23} />)
  expect(html).toContain('role="status"')
  expect(textOf(html)).toContain('17 av 23 har röstat')
  expect(textOf(render(<Turnout voted={0} entitled={0} />))).toContain('Ingen har rösträtt ännu')
})

test('pagination shows the first, the last and those near, and no gap of one page', () => {
  expect(shownPages(5, 12)).toEqual([1, undefined, 4, 5, 6, undefined, 12])
  expect(shownPages(3, 5)).toEqual([1, 2, 3, 4, 5])
  expect(shownPages(1, 1)).toEqual([1])
  expect(render(<Pagination page={1} pages={1} href={String} />)).toBe('')
})

test('pagination always has this page and rises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 499 }), (pages, ahead) => {
      const page = (ahead % pages) + 1
      const shown = shownPages(page, pages)
      const numbers = shown.filter(one => one !== undefined)
      expect(numbers).toContain(page)
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
      expect(numbers[0]).toBe(1)
      expect(numbers.at(-1)).toBe(pages)
    }),
  )
})

test('a QR code’s path has exactly the dark modules', () => {
  const square = fc.integer({ min: 1, max: 12 }).chain(size =>
    fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  fc.assert(
    fc.property(square, matrix => {
      const drawn = matrix.map(row => row.map(() => false))
      for (const [, x, y, width, back] of pathOf(matrix).matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
        expect(back).toBe(x)
        drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
      }
      expect(drawn).toEqual(matrix)
    }),
  )
})

test('a QR code has its link in clear and a quiet zone of four modules', () => {
  const html = render(<QrCode matrix={[[true]]} link="https://example.org/vote" />)
  expect(html).toContain('viewBox="-4 -4 9 9"')
  expect(html).toContain('aria-label="QR-kod som öppnar https://example.org/vote"')
  expect(html).toContain('>example.org/vote</a>')
})
